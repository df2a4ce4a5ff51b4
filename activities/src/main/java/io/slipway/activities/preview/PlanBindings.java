package io.slipway.activities.preview;

import io.slipway.model.json.Hash;
import io.slipway.model.json.Json;
import io.slipway.model.plan.Plan;
import io.slipway.model.plan.PlannedStep;
import io.slipway.workflows.contract.PlanBinding;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Makes of what was seen what a rollout can be bound to. */
public final class PlanBindings {
    private static final int SHORT = 12;
    private static final int MOST = 4_000;

    private PlanBindings() {}

    /** The binding; of more than 4,000 steps and objects only the hash, since it travels with the rollout's input. */
    public static PlanBinding of(Plan plan, RolloutPreview preview) {
        Map<String, String> params = new TreeMap<>();
        plan.params().forEach((name, value) -> params.put(name, value.toString()));
        Map<String, String> steps = new TreeMap<>();
        Stream.concat(plan.steps().stream(), plan.finallySteps().stream())
                .forEach(step -> steps.put(step.name(), hash(step)));
        Map<String, String> objects = new TreeMap<>();
        preview.objects()
                .forEach(object -> objects.merge(
                        object.object() + (object.namespace().isEmpty() ? "" : " in namespace " + object.namespace()),
                        (object.effect().word() + " " + object.state()).strip(),
                        (one, other) -> one + ", " + other));
        String hash = Hash.of(Json.write(List.of(preview.plan(), preview.target(), preview.namespace(), objects)));
        boolean large = steps.size() + objects.size() > MOST;
        return new PlanBinding(
                hash, preview.plan(), preview.target(), params, large ? Map.of() : steps, large ? Map.of() : objects);
    }

    private static String hash(PlannedStep step) {
        return Hash.of(Json.write(step)).substring(0, SHORT);
    }
}
