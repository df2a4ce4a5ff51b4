package io.slipway.activities.scale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.api.ApiException;
import io.slipway.activities.cluster.api.ApplyOptions;
import io.slipway.activities.cluster.compare.ManagedFields;
import io.slipway.activities.cluster.compare.Projection;
import io.slipway.activities.cluster.owner.Owner;
import io.slipway.activities.step.StepContext;
import io.slipway.model.json.Json;
import java.util.Optional;

/**
 * Writes sizes by server-side apply, as a field manager of the step: {@code deploy} knows it as one of its own, and gets
 * the field back when the size is put back, so that nothing counts as drift.
 */
final class Resizing {
    private final Cluster cluster;
    private final StepContext context;
    private final Owner owner;
    private final String manager;

    Resizing(Cluster cluster, StepContext context) {
        this.cluster = cluster;
        this.context = context;
        this.owner = Owner.of(context.task());
        this.manager = owner.stepManager();
    }

    /** Whether the pipeline's {@code deploy} has set the size. */
    boolean isOwned(Scalable workload) {
        return ManagedFields.applied(workload.object().tree(), owner.manager())
                .filter(workload::isIn)
                .isPresent();
    }

    /** Sets the size and leaves the mark, in one write. */
    void scale(Scalable workload, Mark mark) throws InterruptedException {
        ObjectNode tree = workload.set(workload.bare(), mark.after());
        tree.withObject("/metadata").putObject("annotations").put(Mark.annotation(context.task()), Json.write(mark));
        apply(workload, tree, manager);
    }

    /** Sets the size before, and takes the mark away last, so that whoever is interrupted does it again. */
    void putBack(Scalable workload, Mark mark) throws InterruptedException {
        Optional<JsonNode> applied =
                ManagedFields.applied(workload.object().tree(), owner.manager()).filter(fields -> mark.owned());
        if (applied.isEmpty()) {
            apply(workload, workload.set(workload.bare(), mark.before()), manager);
            return;
        }
        ObjectNode whole = Projection.of(workload.object().tree(), applied.get());
        apply(workload, workload.set(whole, mark.before()), owner.manager());
        apply(workload, workload.bare(), manager);
    }

    private void apply(Scalable workload, ObjectNode tree, String as) throws InterruptedException {
        try {
            cluster.api(context)
                    .apply(
                            workload.object().kind(),
                            workload.object().ref(),
                            tree,
                            ApplyOptions.as(as).forced());
        } catch (ApiException refused) {
            throw refused.passingOrFailure("scale " + workload.object().ref().place());
        }
    }
}
