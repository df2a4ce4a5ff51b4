package io.slipway.model.check;

import io.slipway.model.expr.Template;
import io.slipway.model.spec.Shape;
import io.slipway.model.yaml.YamlList;
import io.slipway.model.yaml.YamlMap;
import io.slipway.model.yaml.YamlNode;
import io.slipway.model.yaml.YamlScalar;

/** Checks the expressions of a manifest in the scope of the step that applies it. */
final class ManifestExpressions {
    private static final Shape ANYTHING = new Shape.Any();

    private ManifestExpressions() {}

    static void check(ExpressionCheck expressions, Where where, YamlNode node) {
        switch (node) {
            case YamlMap map -> map.entries().forEach(entry -> check(expressions, where, entry.value()));
            case YamlList list -> list.elements().forEach(element -> check(expressions, where, element));
            case YamlScalar scalar -> {
                if (Template.isIn(scalar.text())) {
                    expressions.template(where, Template.of(scalar.text()), ANYTHING, scalar::place);
                }
            }
        }
    }
}
