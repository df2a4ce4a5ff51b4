package io.slipway.activities.delete;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.api.ApiKind;
import io.slipway.activities.cluster.api.ListQuery;
import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.activities.cluster.inventory.Entry;
import io.slipway.activities.cluster.ownership.StepObjects;
import io.slipway.activities.cluster.removal.Doomed;
import io.slipway.activities.step.StepContext;
import io.slipway.model.action.Delete;
import io.slipway.model.spec.Ref;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds the objects that a {@code delete} step names. */
final class FoundObjects {
    private final Cluster cluster;
    private final StepContext context;
    private final List<DeleteHandler.Found> found = new ArrayList<>();

    FoundObjects(Cluster cluster, StepContext context) {
        this.cluster = cluster;
        this.context = context;
    }

    static List<Ref> refs(Delete action) {
        return Stream.concat(action.of().stream(), action.objects().stream()).toList();
    }

    List<DeleteHandler.Found> of(Delete action) throws InterruptedException {
        String namespace = action.namespace().orElseGet(context::namespace);
        if (action.selector().isPresent()) {
            for (String name : action.kinds()) {
                ApiKind kind = cluster.kinds().called(name);
                cluster.api()
                        .list(
                                kind,
                                namespace,
                                ListQuery.labels(action.selector().get()))
                        .forEach(object -> add(kind, object));
            }
        }
        for (Ref ref : refs(action)) {
            if (ref.isObject()) {
                ApiKind kind = cluster.kinds().called(ref.kind());
                cluster.api().get(kind, namespace, ref.name()).ifPresent(object -> add(kind, object));
            } else {
                for (Entry entry : new StepObjects(cluster, context).ifAny(ref.name())) {
                    ApiKind kind = cluster.kinds().of(entry.ref());
                    cluster.api().get(kind, entry.namespace(), entry.name()).ifPresent(object -> add(kind, object));
                }
            }
        }
        return found;
    }

    private void add(ApiKind kind, JsonNode object) {
        ObjectRef ref = ObjectRef.of(object);
        String uid = object.path("metadata").path("uid").asText("");
        found.add(new DeleteHandler.Found(new Doomed(kind, ref, uid), object));
    }
}
