package io.slipway.activities.reconcile;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.api.ApiException;
import io.slipway.activities.cluster.api.ApplyOptions;
import io.slipway.activities.cluster.named.NamedObject;
import io.slipway.activities.cluster.owner.Owner;
import io.slipway.activities.step.StepContext;
import java.util.List;

/** Asks Flux to reconcile, once for the key: the key is what the annotation says. */
final class Requests {
    private static final String MERGE = "application/merge-patch+json";

    private final Cluster cluster;
    private final StepContext context;

    Requests(Cluster cluster, StepContext context) {
        this.cluster = cluster;
        this.context = context;
    }

    /** What the annotation says, and then the status. */
    String token() {
        return context.task().shortKey();
    }

    void ask(NamedObject object, boolean force) throws InterruptedException {
        List<String> fields = List.of("metadata.annotations." + FluxObject.REQUESTED);
        if (object.annotation(FluxObject.REQUESTED).equals(token())) {
            object.changedBefore(context, fields);
            return;
        }
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        ObjectNode annotations = patch.withObject("/metadata/annotations").put(FluxObject.REQUESTED, token());
        if (force) {
            annotations.put(FluxObject.FORCED, token());
        }
        ApplyOptions options = ApplyOptions.as(Owner.of(context.task()).stepManager());
        try {
            cluster.api(context).patch(object.kind(), object.ref(), MERGE, patch, options);
        } catch (ApiException refused) {
            throw refused.passingOrFailure("annotate " + object.ref().place());
        }
        object.changed(context, fields);
    }
}
