package io.slipway.activities.cluster.ownership;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.api.ApiException;
import io.slipway.activities.cluster.api.ApiKind;
import io.slipway.activities.cluster.api.ApplyOptions;
import io.slipway.activities.cluster.api.KubeApi;
import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.activities.cluster.compare.ManagedFields;
import io.slipway.activities.cluster.compare.Projection;
import io.slipway.activities.cluster.owner.Owner;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.journal.Change;
import java.util.List;
import java.util.Optional;

/**
 * Gives an object back the fields we changed, by applying what it had in them: fields we added go, since they are no
 * longer applied, and what others changed meanwhile stays.
 */
final class Restoration {
    private final Cluster cluster;
    private final StepContext context;
    private final Owner owner;

    Restoration(Cluster cluster, StepContext context) {
        this.cluster = cluster;
        this.context = context;
        this.owner = Owner.of(context.task());
    }

    void restore(ObjectRef ref, JsonNode before) throws InterruptedException {
        KubeApi api = cluster.api(context);
        ApiKind kind = cluster.kinds().of(ref);
        JsonNode live = api.get(kind, ref.namespace(), ref.name()).orElseThrow(() -> gone(ref));
        Optional<JsonNode> fields =
                ManagedFields.applied(before, owner.manager()).or(() -> ManagedFields.applied(live, owner.manager()));
        if (fields.isEmpty()) {
            return;
        }
        ObjectNode old = Projection.of(before, fields.get());
        try {
            JsonNode after = api.apply(
                            kind, ref, old, ApplyOptions.as(owner.manager()).forced())
                    .body();
            context.recorder().change(fact(ref, after));
        } catch (ApiException e) {
            throw e.passingOrFailure("restore " + ref.place());
        }
    }

    private static Change fact(ObjectRef ref, JsonNode after) {
        return new Change(
                Change.Kind.CONFIGURED,
                ref.apiVersion(),
                ref.kind(),
                ref.namespace(),
                ref.name(),
                after.path("metadata").path("uid").asText(""),
                List.of(),
                Optional.empty(),
                true);
    }

    private static StepFailure gone(ObjectRef ref) {
        return StepFailure.permanent(
                "cannot restore " + ref.place(),
                "it has been deleted in the meantime",
                "recreate it by hand if it is needed, then skip this undo");
    }
}
