package io.slipway.model.check;

import io.slipway.model.action.Delete;
import io.slipway.model.action.Diagnose;
import io.slipway.model.action.Probe;
import io.slipway.model.action.WaitReady;
import io.slipway.model.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code of: name} is an earlier step that deploys objects, where a step may stand; elsewhere it is kind/name. */
final class TargetRule implements Rule {
    private static final Set<Class<?>> TAKE_STEPS = Set.of(WaitReady.class, Delete.class, Diagnose.class);
    private static final Set<String> DEPLOYS = Set.of("deploy", "build");

    @Override
    public void check(CheckContext context) {
        for (Site.Target site : context.sites(Site.Target.class)) {
            String text = site.scalar().text();
            boolean object = text.contains("/");
            if (!object && TAKE_STEPS.contains(site.where().block())) {
                step(context, site.where(), site.scalar());
            } else if (!object) {
                context.problem(
                        ProblemCode.NOT_AN_OBJECT,
                        site.scalar().place(),
                        "'" + text + "' must be kind/name of an object here, such as deployment/" + text);
            }
        }
        for (Site.Plain site : context.sites(Site.Plain.class)) {
            if (site.where().block() == Probe.DriftProbe.class && site.node() instanceof YamlScalar scalar) {
                step(context, site.where(), scalar);
            }
        }
    }

    private static void step(CheckContext context, Where where, YamlScalar name) {
        List<String> known = context.outline().steps().stream()
                .filter(step -> DEPLOYS.contains(step.verb()))
                .map(StepView::name)
                .toList();
        Optional<StepView> target = context.outline().step(name.text());
        Optional<StepView> reader = context.step(where);
        if (target.isEmpty()) {
            context.problem(
                    ProblemCode.NO_SUCH_STEP,
                    name.place(),
                    "unknown step '" + name.text() + "'; an object is written kind/name"
                            + Suggestion.hint(name.text(), known));
        } else if (!DEPLOYS.contains(target.get().verb())) {
            context.problem(
                    ProblemCode.NOT_A_DEPLOY,
                    name.place(),
                    "step '" + name.text() + "' deploys nothing; name a step with 'deploy' or 'build'");
        } else if (reader.isPresent()
                && !reader.get().equals(target.get())
                && !context.graph().before(reader.get()).contains(target.get())) {
            context.problem(
                    ProblemCode.LATER_STEP,
                    name.place(),
                    "step '" + name.text() + "' is not guaranteed to finish before '"
                            + reader.get().name() + "': add it to needs, or move it up");
        }
    }
}
