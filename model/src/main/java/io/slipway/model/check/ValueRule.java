package io.slipway.model.check;

import io.slipway.model.action.Preflight;
import io.slipway.model.expr.Template;
import io.slipway.model.pipeline.ClusterSpec;
import io.slipway.model.pipeline.Step;
import io.slipway.model.spec.Durations;
import io.slipway.model.spec.Kind;
import io.slipway.model.spec.LabelSelector;
import io.slipway.model.spec.Shape;
import io.slipway.model.spec.VersionRange;
import io.slipway.model.yaml.YamlList;
import io.slipway.model.yaml.YamlNode;
import io.slipway.model.yaml.YamlScalar;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Values that have a form of their own: version ranges, selectors, loops, positive times. */
final class ValueRule implements Rule {
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Set<String> TAKEN =
            Set.of("params", "steps", "target", "rollout", "secrets", "in", "true", "false", "null");

    @Override
    public void check(CheckContext context) {
        for (Site.Plain site : context.sites(Site.Plain.class)) {
            Class<?> block = site.where().block();
            String key = site.field().key();
            if (block == Step.class) {
                step(context, key, site.node());
            } else if ((block == ClusterSpec.class || block == Preflight.class) && key.equals("version")) {
                version(context, site.node());
            }
            if (key.equals("selector")) {
                selector(context, site.node());
            }
            if (site.field().shape() instanceof Shape.Scalar scalar && scalar.kind() == Kind.DURATION) {
                positive(context, site);
            }
        }
    }

    private static void step(CheckContext context, String key, YamlNode node) {
        switch (key) {
            case "as" -> {
                if (node instanceof YamlScalar name
                        && (!IDENTIFIER.matcher(name.text()).matches() || TAKEN.contains(name.text()))) {
                    context.problem(
                            ProblemCode.BAD_LOOP,
                            name.place(),
                            "'" + name.text() + "' cannot be used as the element's name in expressions");
                }
            }
            case "parallel" -> {
                if (node instanceof YamlScalar number
                        && number.json().isIntegralNumber()
                        && number.json().asLong() < 1) {
                    context.problem(ProblemCode.BAD_LOOP, number.place(), "'parallel' must be at least 1");
                }
            }
            case "forEach" -> loop(context, node);
            default -> {}
        }
    }

    private static void loop(CheckContext context, YamlNode node) {
        boolean template = node instanceof YamlScalar scalar
                && Template.of(scalar.text()).whole().isPresent();
        boolean list = node instanceof YamlList values && !values.elements().isEmpty();
        if (!template && !list) {
            context.problem(
                    ProblemCode.BAD_LOOP,
                    node.place(),
                    "'forEach' must be a non-empty list or an expression that returns a list, not "
                            + (node instanceof YamlList ? "an empty list" : node.describe()));
        }
    }

    private static void version(CheckContext context, YamlNode node) {
        if (node instanceof YamlScalar scalar && scalar.isText() && !Template.isIn(scalar.text())) {
            Optional<String> problem = VersionRange.problem(scalar.text());
            problem.ifPresent(text -> context.problem(ProblemCode.BAD_VERSION_RANGE, scalar.place(), text));
        }
    }

    private static void selector(CheckContext context, YamlNode node) {
        if (node instanceof YamlScalar scalar && scalar.isText() && !Template.isIn(scalar.text())) {
            try {
                LabelSelector.parse(scalar.text());
            } catch (IllegalArgumentException e) {
                context.problem(ProblemCode.BAD_SELECTOR, scalar.place(), String.valueOf(e.getMessage()));
            }
        }
    }

    private static void positive(CheckContext context, Site.Plain site) {
        if (site.node() instanceof YamlScalar scalar && scalar.isText() && !Template.isIn(scalar.text())) {
            try {
                if (Durations.parse(scalar.text()).equals(Duration.ZERO) && !mayBeZero(site)) {
                    context.problem(
                            ProblemCode.NOT_POSITIVE,
                            scalar.place(),
                            "'" + site.field().key() + "' must be longer than 0");
                }
            } catch (IllegalArgumentException e) {
                // Said already by the check of single values.
                return;
            }
        }
    }

    private static boolean mayBeZero(Site.Plain site) {
        return Set.of("grace", "jitter", "initial", "for").contains(site.field().key());
    }
}
