package io.slipway.model.check;

import io.slipway.model.expr.Template;
import io.slipway.model.spec.Kind;
import io.slipway.model.spec.Scalars;
import io.slipway.model.spec.Shape;
import io.slipway.model.yaml.Place;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** Conditions, written as bare CEL, compile, read only what is there, and are true or false. */
final class ConditionRule implements Rule {
    private static final Shape CONDITION = new Shape.Scalar(Kind.BOOLEAN);

    @Override
    public void check(CheckContext context) {
        ExpressionCheck expressions = new ExpressionCheck(context);
        context.sites(Site.Cel.class).forEach(site -> cel(context, expressions, site));
    }

    private static void cel(CheckContext context, ExpressionCheck expressions, Site.Cel site) {
        String text = site.scalar().text();
        String source = Scalars.bare(text);
        int start = source.isEmpty() ? 0 : text.indexOf(source);
        IntFunction<Place> places = offset -> site.scalar().place(start + offset);
        if (Template.isIn(source)) {
            context.problem(
                    ProblemCode.BAD_EXPRESSION,
                    site.scalar().place(),
                    "this field is already an expression: write it without ${{ }}");
            return;
        }
        List<String> sees = site.late() ? site.where().sees() : List.of();
        expressions.one(site.where(), source, places, Optional.of(CONDITION), sees, site.late());
    }
}
