package io.slipway.model.check;

import io.slipway.model.expr.Template;
import io.slipway.model.spec.Shape;

/** Expressions in texts of the pipeline file compile, read only what is there, and give what their field takes. */
final class TemplateRule implements Rule {
    @Override
    public void check(CheckContext context) {
        ExpressionCheck expressions = new ExpressionCheck(context);
        context.sites(Site.Templated.class).forEach(site -> template(context, expressions, site));
    }

    private static void template(CheckContext context, ExpressionCheck expressions, Site.Templated site) {
        boolean inText = site.shape() instanceof Shape.Scalar scalar && !StructureCheck.isText(scalar.kind());
        Template template = Template.of(site.scalar().text());
        expressions.template(
                site.where(), template, site.shape(), offset -> site.scalar().place(offset));
        if (inText && template.whole().isEmpty() && template.error().isEmpty()) {
            context.problem(
                    ProblemCode.TYPE_MISMATCH,
                    site.scalar().place(),
                    "text around an expression makes it a text, but the field takes "
                            + ((Shape.Scalar) site.shape()).kind().words());
        }
    }
}
