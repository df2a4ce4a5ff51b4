package io.slipway.model.check;

import io.slipway.model.expr.Names;
import io.slipway.model.expr.SecretPath;
import java.util.ArrayList;
import java.util.List;

/** The secrets of a pipeline as {@code name.key}. */
final class SecretNames {
    private SecretNames() {}

    static List<String> paths(CheckContext context) {
        List<String> paths = new ArrayList<>();
        context.section("secrets").entries().forEach(secret -> {
            SecretPath.keys(secret.value().json()).forEach(key -> paths.add(secret.key() + "." + key));
        });
        return paths;
    }

    static String inExpressions(String path) {
        int dot = path.indexOf('.');
        return Names.inExpressions(path.substring(0, dot)) + "." + Names.inExpressions(path.substring(dot + 1));
    }
}
