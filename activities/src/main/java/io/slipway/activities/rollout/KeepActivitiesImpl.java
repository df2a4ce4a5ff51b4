package io.slipway.activities.rollout;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.slipway.activities.step.KeptAlive;
import io.slipway.activities.step.StepServices;
import io.slipway.activities.step.Target;
import io.slipway.model.journal.Change;
import io.slipway.model.journal.StepDetail;
import io.slipway.model.json.Json;
import io.slipway.workflows.contract.KeepActivities;
import java.util.List;
import java.util.Optional;

/** Looks whether the objects of a step are still those it made. */
public final class KeepActivitiesImpl implements KeepActivities, KeptAlive {
    private final StepServices services;

    /** Looks at the targets of these services. */
    public KeepActivitiesImpl(StepServices services) {
        this.services = services;
    }

    @Override
    public Verdict verify(Kept kept) {
        Target target = services.targets().get(kept.target());
        int seen = 0;
        for (String hash : kept.details()) {
            Optional<StepDetail> detail = services.blobs().text(hash).map(text -> Json.read(text, StepDetail.class));
            if (detail.isEmpty()) {
                return new Verdict(false, "the record of what it created is gone");
            }
            for (Change change : lasting(detail.get())) {
                if (!isThere(target, change)) {
                    return new Verdict(false, change.ref() + " is gone or was recreated");
                }
                seen++;
            }
        }
        return new Verdict(
                true,
                switch (seen) {
                    case 0 -> "it created nothing permanent";
                    case 1 -> "its object still exists";
                    default -> "its " + seen + " objects still exist";
                });
    }

    private static List<Change> lasting(StepDetail detail) {
        return detail.changes().stream()
                .filter(Change::lasting)
                .filter(change -> switch (change.kind()) {
                    case CREATED, CONFIGURED, UNCHANGED -> true;
                    case DELETED, PRUNED, SKIPPED -> false;
                })
                .toList();
    }

    private static boolean isThere(Target target, Change change) {
        var resources = target.client().genericKubernetesResources(change.apiVersion(), change.objectKind());
        GenericKubernetesResource found = change.namespace().isEmpty()
                ? resources.withName(change.name()).get()
                : resources
                        .inNamespace(change.namespace())
                        .withName(change.name())
                        .get();
        return found != null
                && (change.uid().isEmpty()
                        || change.uid().equals(found.getMetadata().getUid()));
    }
}
