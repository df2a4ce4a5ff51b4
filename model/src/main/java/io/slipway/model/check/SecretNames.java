package io.slipway.model.check;

import io.slipway.model.expr.Names;
import io.slipway.model.yaml.YamlMap;
import io.slipway.model.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;

/** The secrets of a pipeline as {@code name.key}. */
final class SecretNames {
    private SecretNames() {}

    static List<String> paths(CheckContext context) {
        List<String> paths = new ArrayList<>();
        context.section("secrets").entries().forEach(secret -> {
            if (secret.value() instanceof YamlMap source) {
                source.list("keys").forEach(key -> {
                    if (key instanceof YamlScalar scalar) {
                        paths.add(secret.key() + "." + scalar.text());
                    }
                });
            }
        });
        return paths;
    }

    static String inExpressions(String path) {
        int dot = path.indexOf('.');
        return Names.inExpressions(path.substring(0, dot)) + "." + Names.inExpressions(path.substring(dot + 1));
    }
}
