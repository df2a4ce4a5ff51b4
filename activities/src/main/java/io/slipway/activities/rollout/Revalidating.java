package io.slipway.activities.rollout;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.step.StepServices;
import io.slipway.activities.step.Target;
import io.slipway.model.expr.Names;
import io.slipway.model.journal.Journal;
import io.slipway.model.json.Json;
import io.slipway.model.plan.Plan;
import io.slipway.workflows.contract.Prepared;
import io.slipway.workflows.contract.RevalidateRequest;
import io.slipway.workflows.contract.RolloutInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds what is to be looked at again, and the plan for it. */
final class Revalidating {
    private final StepServices services;
    private final Planning planning;
    private final KeptPlans plans;

    Revalidating(StepServices services, Planning planning) {
        this.services = services;
        this.planning = planning;
        this.plans = new KeptPlans(services.blobs());
    }

    /**
     * What is looked at and how.
     *
     * @param plan the steps that only look; empty when there are problems
     * @param look what they need to know of the rollout
     * @param problems a line each
     */
    record Found(Optional<Plan> plan, Optional<Prepared.Look> look, List<String> problems) {
        private static Found none(List<String> problems) {
            return new Found(Optional.empty(), Optional.empty(), problems);
        }
    }

    Found find(RolloutInput input, RevalidateRequest request, Target target) {
        Optional<Journal> base = request.of().isEmpty()
                ? new LastRollout(services.journals(), input.pipeline(), target.name()).succeeded()
                : Optional.of(services.journals().journal(request.of())).filter(journal -> journal.runs() > 0);
        if (base.isEmpty()) {
            return Found.none(List.of(
                    request.of().isEmpty()
                            ? "no rollout of pipeline '" + input.pipeline() + "' on target '" + target.name()
                                    + "' has succeeded with this state folder: nothing to re-validate"
                            : "no rollout '" + request.of() + "' to re-validate"));
        }
        return request.head() ? ofHead(input, base.get(), target) : ofPlan(base.get());
    }

    private Found ofPlan(Journal base) {
        return plans.find(base.plan())
                .map(plan -> found(base, LookingPlan.of(plan)))
                .orElseGet(() -> Found.none(
                        List.of("the plan of rollout '" + base.rollout() + "' is not in this worker's blob store")));
    }

    /** The checks of today's file, with the values that the rollout was started with. */
    private Found ofHead(RolloutInput input, Journal base, Target target) {
        JsonNode first = base.input().orElseGet(() -> Json.tree(RolloutInput.of(base.pipeline())));
        RolloutInput started = RolloutInput.read(first, new ArrayList<>());
        Planning.Planned planned = planning.plan(input.params().isEmpty() ? started : input, target);
        return planned.plan().isEmpty()
                ? Found.none(planned.problems())
                : found(base, LookingPlan.of(planned.plan().get()));
    }

    private static Found found(Journal base, Plan plan) {
        return new Found(Optional.of(plan), Optional.of(look(base, plan)), List.of());
    }

    /** What the steps of a looking plan need to know of the rollout; no more of it, since it goes through history. */
    static Prepared.Look look(Journal base, Plan plan) {
        String conditions =
                plan.stages().stream().flatMap(stage -> stage.when().stream()).collect(Collectors.joining("\n"));
        Set<String> used = plan.steps().stream()
                .flatMap(step -> step.uses().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        Map<String, JsonNode> steps = new TreeMap<>();
        base.steps().forEach((name, record) -> {
            if (used.contains(name) || conditions.contains(Names.inExpressions(name))) {
                steps.put(name, record.seen());
            }
        });
        return new Prepared.Look(base.rollout(), steps);
    }
}
