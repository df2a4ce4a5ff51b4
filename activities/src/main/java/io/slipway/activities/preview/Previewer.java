package io.slipway.activities.preview;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.Clusters;
import io.slipway.activities.cluster.inventory.InventoryName;
import io.slipway.activities.cluster.inventory.Prune;
import io.slipway.activities.cluster.rights.Right;
import io.slipway.activities.rollout.PlanTarget;
import io.slipway.activities.step.StepFailure;
import io.slipway.activities.step.Target;
import io.slipway.model.plan.Plan;
import io.slipway.model.plan.PlannedStage;
import io.slipway.model.plan.PlannedStep;
import io.slipway.workflows.contract.Prepared;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells what a rollout of a plan would do at a target. Reads the cluster and asks for dry runs; writes nothing. */
public final class Previewer {
    private final Clusters clusters;
    private final Function<String, String> environment;

    /**
     * A previewer.
     *
     * @param environment the environment that secrets may come from
     */
    public Previewer(Clusters clusters, Function<String, String> environment) {
        this.clusters = clusters;
        this.environment = environment;
    }

    /**
     * Looks at a plan.
     *
     * @param whole whether all of its steps would run, so that what no step wants would be pruned
     */
    public RolloutPreview of(Plan plan, Target target, boolean whole) throws InterruptedException {
        Needs needs = Needs.of(clusters.of(target), plan, true);
        RolloutPreview preview = look(plan, target, whole, needs, step -> true, Map.of());
        boolean unlimited = needs.rights().isUnlimited();
        return preview.lacking(
                unlimited ? List.of() : needs.rights().missing(),
                unlimited ? List.of() : needs.rights().unhelpful(),
                needs.quotas().exceeded(),
                needs.images().missing(plan));
    }

    /**
     * What the account may not do although steps of the plan need it, a line for each resource; no dry run is asked for.
     *
     * @param whole whether all steps would run, so that what no step wants would be pruned
     */
    public List<String> missingRights(Plan plan, Target target, boolean whole) throws InterruptedException {
        Needs needs = Needs.of(clusters.of(target), plan, true);
        if (needs.rights().isUnlimited()) {
            return List.of();
        }
        return collected(plan, target, whole, needs).missing();
    }

    /** Everything that a run may ask of the API server as far as it is known before, also what it can do without. */
    public Set<Right> rights(Plan plan, Target target, boolean whole) throws InterruptedException {
        return collected(plan, target, whole, Needs.of(clusters.of(target), plan, true))
                .all();
    }

    private Rights collected(Plan plan, Target target, boolean whole, Needs needs) throws InterruptedException {
        look(plan, target, whole, needs, step -> false, Map.of());
        return needs.rights();
    }

    /**
     * Looks at some steps of a plan that is being carried out.
     *
     * @param steps the steps
     * @param whole whether all steps of the plan run, so that what none wants is pruned
     * @param done outputs and status of steps that are done, by their names in expressions
     */
    public RolloutPreview of(Plan plan, Target target, Set<String> steps, boolean whole, Map<String, JsonNode> done)
            throws InterruptedException {
        return look(plan, target, whole, Needs.of(clusters.of(target), plan, false), steps::contains, done)
                .only(steps);
    }

    private RolloutPreview look(
            Plan plan, Target target, boolean whole, Needs needs, Predicate<String> dryRuns, Map<String, JsonNode> done)
            throws InterruptedException {
        Prepared.TargetFacts facts = PlanTarget.facts(plan, target);
        PreviewScope scope = new PreviewScope(plan, target, facts, done);
        StepPreviewer asking = new StepPreviewer(clusters, scope, needs, true, environment);
        StepPreviewer quiet = new StepPreviewer(clusters, scope, needs, false, environment);
        Wanted wanted = new Wanted(names(plan));
        List<StepPreview> steps = new ArrayList<>();
        for (PlannedStage stage : plan.stages()) {
            for (PlannedStep step : stage.steps()) {
                Condition stageRuns = Condition.of(stage.when(), scope.names(step, Optional.empty()));
                steps.addAll(step(dryRuns.test(step.name()) ? asking : quiet, scope, step, stageRuns, wanted));
            }
        }
        for (PlannedStep step : plan.finallySteps()) {
            steps.addAll(step(dryRuns.test(step.name()) ? asking : quiet, scope, step, Condition.ALWAYS, wanted));
        }
        if (needs.asksRights()) {
            new RolloutRights(needs, plan, target, facts.namespace()).add(whole, wanted);
        }
        return new RolloutPreview(
                plan.header().pipeline(),
                facts.name(),
                facts.namespace(),
                facts.simulated(),
                plan.hash(),
                steps,
                whole ? pruned(plan, target, facts, wanted) : List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static List<StepPreview> step(
            StepPreviewer previewer, PreviewScope scope, PlannedStep step, Condition stageRuns, Wanted wanted)
            throws InterruptedException {
        if (step.forEach().isEmpty()) {
            Condition runs = stageRuns.and(Condition.of(step.when(), scope.names(step, Optional.empty())));
            return List.of(previewer.of(step, step.name(), Optional.empty(), runs, wanted));
        }
        Optional<List<Loop.Element>> elements = Loop.elements(step, scope.names(step, Optional.empty()));
        if (elements.isEmpty()) {
            wanted.unknown(step.name());
            return List.of(new StepPreview(
                    step.name() + "[...]",
                    step.stage(),
                    step.verb(),
                    StepPreview.Runs.DECIDED_LATER,
                    step.forEach().get().asText(),
                    List.of(),
                    List.of(),
                    List.of(step.forEach().get().asText()),
                    ""));
        }
        List<StepPreview> previews = new ArrayList<>();
        for (Loop.Element element : elements.get()) {
            Optional<JsonNode> each = Optional.of(element.value());
            Condition runs = stageRuns.and(Condition.of(step.when(), scope.names(step, each)));
            previews.add(previewer.of(step, element.name(), each, runs, wanted));
        }
        return previews;
    }

    private List<ObjectPreview> pruned(Plan plan, Target target, Prepared.TargetFacts facts, Wanted wanted)
            throws InterruptedException {
        InventoryName name = new InventoryName(plan.header().pipeline(), facts.namespace());
        Prune prune = new Prune(clusters.of(target), Previewer::neverWrite, name);
        return prune.wouldRemove(wanted::lacks).stream()
                .map(ref -> ObjectPreview.of(ref, Effect.PRUNE))
                .toList();
    }

    private static void neverWrite() {
        throw StepFailure.permanent("a preview was about to write", "it must not", "report this as a bug");
    }

    private static Set<String> names(Plan plan) {
        return Stream.concat(plan.steps().stream(), plan.finallySteps().stream())
                .map(PlannedStep::name)
                .collect(Collectors.toSet());
    }
}
