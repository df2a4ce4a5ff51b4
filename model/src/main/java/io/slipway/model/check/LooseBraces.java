package io.slipway.model.check;

import io.slipway.model.spec.Kind;
import io.slipway.model.spec.Shape;
import io.slipway.model.yaml.YamlNode;
import io.slipway.model.yaml.YamlScalar;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sees <code>{{ params.x }}</code> and <code>${params.x}</code>, as other languages write expressions: they would stay. */
final class LooseBraces implements Rule {
    private static final Pattern LOOSE = Pattern.compile(
            "(?<!\\$)(?:\\{\\{-?|\\$\\{)\\s*((?:params|steps|rollout|target|secrets)\\.([A-Za-z0-9_]+))[^{}\\n]{0,60}}?}?");

    @Override
    public void check(CheckContext context) {
        context.sites(Site.Plain.class).stream()
                .filter(site -> mayBeText(site.field().shape()))
                .forEach(site -> check(context, site.node()));
        context.sites(Site.Templated.class).forEach(site -> scalar(context, site.scalar()));
    }

    /** What is no text is refused as it stands; what stands in a block is looked at by itself. */
    private static boolean mayBeText(Shape shape) {
        return switch (shape) {
            case Shape.Scalar scalar -> scalar.kind() == Kind.STRING;
            case Shape.ListOf list -> mayBeText(list.element());
            case Shape.MapOf map -> mayBeText(map.value());
            case Shape.Any any -> true;
            case Shape.Block block -> false;
            case Shape.Union union -> false;
            case Shape.Choice choice -> false;
        };
    }

    /** In every value of a tree. */
    static void check(CheckContext context, YamlNode node) {
        node.forEachScalar(scalar -> scalar(context, scalar));
    }

    private static void scalar(CheckContext context, YamlScalar scalar) {
        Matcher loose = LOOSE.matcher(scalar.text());
        while (loose.find()) {
            // Its only use may be this one.
            context.usedParams().add(loose.group(2));
            context.usedSecrets().add(loose.group(2));
            context.problem(
                    ProblemCode.LOOSE_BRACES,
                    scalar.place(loose.start()),
                    "'" + loose.group() + "' is not an expression: expressions are written ${{ " + loose.group(1)
                            + " }}");
        }
    }
}
