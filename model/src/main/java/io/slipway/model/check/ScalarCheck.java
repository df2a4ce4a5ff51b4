package io.slipway.model.check;

import io.slipway.model.expr.Template;
import io.slipway.model.spec.ChartRef;
import io.slipway.model.spec.Field;
import io.slipway.model.spec.Kind;
import io.slipway.model.spec.Scalars;
import io.slipway.model.spec.Shape;
import io.slipway.model.yaml.YamlNode;
import io.slipway.model.yaml.YamlScalar;
import java.util.List;

/** Holds single values against the shapes of the language. */
final class ScalarCheck {
    private final Problems problems;
    private final List<Site> sites;

    ScalarCheck(Problems problems, List<Site> sites) {
        this.problems = problems;
        this.sites = sites;
    }

    void scalar(Field field, Kind kind, YamlNode node, Where where) {
        if (!(node instanceof YamlScalar scalar)) {
            wrong(node, "'" + field.key() + "' must be " + kind.words() + " but is " + node.describe());
        } else if (kind.isExpression()) {
            cel(kind, scalar, where);
        } else if (isTemplate(scalar)) {
            template(field, new Shape.Scalar(kind), scalar, where);
        } else {
            plain(field, kind, scalar, where);
        }
    }

    private void cel(Kind kind, YamlScalar scalar, Where where) {
        if (scalar.isText() || scalar.json().isBoolean()) {
            sites.add(new Site.Cel(where, scalar, kind == Kind.LATE));
        } else {
            wrong(scalar, "expected a CEL expression but found " + scalar.describe());
        }
    }

    private void plain(Field field, Kind kind, YamlScalar scalar, Where where) {
        try {
            Scalars.read(kind, scalar.json());
            if (kind == Kind.FILE || (kind == Kind.CHART && !ChartRef.isAddress(scalar.text()))) {
                sites.add(new Site.File(where, scalar, field));
            } else if (kind == Kind.REF) {
                sites.add(new Site.Target(where, scalar));
            }
        } catch (IllegalArgumentException e) {
            boolean type = String.valueOf(e.getMessage()).startsWith("expected");
            problems.add(
                    type ? ProblemCode.WRONG_TYPE : ProblemCode.BAD_VALUE,
                    scalar.place(),
                    "'" + field.key() + "': " + e.getMessage() + braces(scalar));
        }
    }

    /** Other languages write an expression without the dollar sign. */
    private static String braces(YamlScalar scalar) {
        return scalar.text().contains("{{") ? ". Write it as ${{ … }}" : "";
    }

    void word(Field field, Shape.Choice choice, YamlNode node, Where where) {
        if (node instanceof YamlScalar scalar && isTemplate(scalar)) {
            template(field, choice, scalar, where);
        } else if (!(node instanceof YamlScalar scalar)) {
            wrong(node, "'" + field.key() + "' must be a word but is " + node.describe());
        } else if (!choice.constants().containsKey(scalar.text())) {
            problems.add(
                    ProblemCode.UNKNOWN_WORD,
                    scalar.place(),
                    "'" + scalar.text() + "' is not a valid value of '" + field.key() + "'. Valid values: "
                            + String.join(", ", choice.constants().keySet())
                            + Suggestion.hint(scalar.text(), choice.constants().keySet()));
        }
    }

    /** Whether a list or map is written as one expression; it is then dealt with. */
    boolean wholeTemplate(Field field, Shape shape, YamlNode node, Where where) {
        if (node instanceof YamlScalar scalar && isTemplate(scalar)) {
            boolean single = (shape instanceof Shape.ListOf list && list.element() instanceof Shape.Block)
                    || (shape instanceof Shape.MapOf map && map.value() instanceof Shape.Block);
            if (single) {
                noExpression(scalar, field);
            } else {
                template(field, shape, scalar, where);
            }
            return true;
        }
        return false;
    }

    void anything(Field field, YamlNode node, Where where) {
        KeyExpressions.check(problems, node);
        node.forEachScalar(scalar -> {
            if (isTemplate(scalar)) {
                template(field, new Shape.Any(), scalar, where);
            }
        });
    }

    private void template(Field field, Shape shape, YamlScalar scalar, Where where) {
        boolean file = shape instanceof Shape.Scalar kind && kind.kind() == Kind.FILE;
        if (field.literal() || file) {
            noExpression(scalar, field);
        } else {
            sites.add(new Site.Templated(where, scalar, shape));
        }
    }

    private void noExpression(YamlScalar scalar, Field field) {
        problems.add(
                ProblemCode.NO_EXPRESSION_HERE,
                scalar.place(),
                "'" + field.key() + "' cannot be an expression: its value must be known before the rollout");
    }

    private void wrong(YamlNode node, String message) {
        problems.add(ProblemCode.WRONG_TYPE, node.place(), message);
    }

    private static boolean isTemplate(YamlScalar scalar) {
        return scalar.isText() && Template.isIn(scalar.text());
    }
}
