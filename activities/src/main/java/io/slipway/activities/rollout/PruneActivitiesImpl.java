package io.slipway.activities.rollout;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.Clusters;
import io.slipway.activities.cluster.inventory.InventoryName;
import io.slipway.activities.cluster.inventory.Prune;
import io.slipway.activities.step.KeptAlive;
import io.slipway.activities.step.StepServices;
import io.slipway.model.journal.Change;
import io.slipway.model.journal.StepDetail;
import io.slipway.model.journal.StepResult;
import io.slipway.model.json.Json;
import io.slipway.model.plan.Plan;
import io.slipway.model.plan.PlannedStep;
import io.slipway.workflows.contract.PruneActivities;
import io.temporal.failure.ApplicationFailure;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prunes the inventory of a pipeline against the steps of its plan. */
public final class PruneActivitiesImpl implements PruneActivities, KeptAlive {
    private final StepServices services;
    private final Clusters clusters;

    /** Prunes at the targets of these services. */
    public PruneActivitiesImpl(StepServices services, Clusters clusters) {
        this.services = services;
        this.clusters = clusters;
    }

    @Override
    public StepResult prune(Leftovers leftovers) {
        Set<String> steps = steps(leftovers.plan());
        if (steps.isEmpty()) {
            return StepResult.succeeded("nothing to prune", Map.of());
        }
        try {
            List<Change> changes = new Prune(
                            clusters.of(services.targets().get(leftovers.target())),
                            PruneActivitiesImpl::notStopped,
                            new InventoryName(leftovers.pipeline(), leftovers.namespace()))
                    .run(steps);
            return result(changes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ApplicationFailure.newFailureWithCause("the worker is stopping", "WorkerStopping", e);
        }
    }

    private static void notStopped() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    private Set<String> steps(String hash) {
        Optional<Plan> plan = new KeptPlans(services.blobs()).find(hash);
        return plan.stream()
                .flatMap(found -> Stream.concat(found.steps().stream(), found.finallySteps().stream()))
                .map(PlannedStep::name)
                .collect(Collectors.toSet());
    }

    private StepResult result(List<Change> changes) {
        Map<String, Long> counts = new TreeMap<>();
        changes.forEach(change -> counts.merge(change.kind().name().toLowerCase(Locale.ROOT), 1L, Long::sum));
        StepDetail detail = new StepDetail(changes, List.of(), List.of(), List.of(), List.of());
        Map<String, JsonNode> none = Map.of();
        return new StepResult(
                StepResult.Outcome.SUCCEEDED,
                none,
                counts.getOrDefault("pruned", 0L) + " pruned",
                List.of(),
                Optional.empty(),
                counts,
                changes.isEmpty()
                        ? Optional.empty()
                        : Optional.of(services.blobs().putText(Json.write(detail))));
    }
}
