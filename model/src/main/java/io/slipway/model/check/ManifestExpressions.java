package io.slipway.model.check;

import io.slipway.model.expr.Template;
import io.slipway.model.spec.Shape;
import io.slipway.model.yaml.YamlNode;

/** Checks the expressions of a manifest in the scope of the step that applies it. */
final class ManifestExpressions {
    private static final Shape ANYTHING = new Shape.Any();

    private ManifestExpressions() {}

    static void check(CheckContext context, ExpressionCheck expressions, Where where, YamlNode node) {
        KeyExpressions.check(context.problems(), node);
        LooseBraces.check(context, node);
        node.forEachScalar(scalar -> {
            if (Template.isIn(scalar.text())) {
                expressions.template(where, Template.of(scalar.text()), ANYTHING, scalar::place);
            }
        });
    }
}
