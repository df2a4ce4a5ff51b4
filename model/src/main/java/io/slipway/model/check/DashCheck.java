package io.slipway.model.check;

import io.slipway.model.expr.Names;
import io.slipway.model.yaml.Place;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sees names written with a dash in an expression, where CEL reads a subtraction. */
final class DashCheck {
    private static final Pattern DASHED = Pattern.compile(
            "(?<![A-Za-z0-9_.'\"-])(steps|secrets|params)\\.((?:[A-Za-z0-9_]+\\.)?[A-Za-z0-9_]+(?:-[A-Za-z0-9_]+)+)");

    private DashCheck() {}

    static boolean report(CheckContext context, String source, IntFunction<Place> places) {
        Matcher dashed = DASHED.matcher(source);
        boolean found = false;
        while (dashed.find()) {
            Optional<String> right = right(context, dashed.group(1), dashed.group(2));
            if (right.isPresent()) {
                context.problem(
                        ProblemCode.DASH_IN_EXPRESSION,
                        places.apply(dashed.start()),
                        "'" + dashed.group() + "' is read as a subtraction: write '" + right.get() + "'");
                found = true;
            }
        }
        return found;
    }

    private static Optional<String> right(CheckContext context, String root, String path) {
        Map<String, Collection<String>> known = Map.of(
                "steps",
                context.outline().steps().stream().map(StepView::name).toList(),
                "secrets",
                SecretNames.paths(context),
                "params",
                List.of());
        return known.get(root).stream()
                .filter(name -> name.contains("-")
                        && (path.equals(name) || path.startsWith(name + ".") || path.startsWith(name + "-")))
                .findFirst()
                .map(name -> root + "."
                        + (root.equals("secrets") ? SecretNames.inExpressions(name) : Names.inExpressions(name)));
    }
}
