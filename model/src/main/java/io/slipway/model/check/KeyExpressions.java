package io.slipway.model.check;

import io.slipway.model.expr.Template;
import io.slipway.model.yaml.YamlList;
import io.slipway.model.yaml.YamlMap;
import io.slipway.model.yaml.YamlNode;
import io.slipway.model.yaml.YamlScalar;

/** Sees expressions in the keys of maps, where they would stay as they are written. */
final class KeyExpressions {
    private KeyExpressions() {}

    static void check(Problems problems, YamlNode node) {
        switch (node) {
            case YamlMap map ->
                map.entries().forEach(entry -> {
                    check(problems, entry);
                    check(problems, entry.value());
                });
            case YamlList list -> list.elements().forEach(element -> check(problems, element));
            case YamlScalar scalar -> {}
        }
    }

    static void check(Problems problems, YamlMap.Entry entry) {
        if (Template.isIn(entry.key())) {
            problems.add(
                    ProblemCode.NO_EXPRESSION_HERE,
                    entry.place(),
                    "the key '" + entry.key()
                            + "' cannot contain an expression, only values can: the key would be used as written");
        }
    }
}
