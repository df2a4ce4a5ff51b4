package io.slipway.activities.cluster.named;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.api.ApiKind;
import io.slipway.activities.cluster.api.NotFound;
import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.activities.cluster.ready.Subjects;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.journal.Change;
import io.slipway.model.json.Json;
import io.slipway.model.spec.Ref;
import java.util.List;
import java.util.Optional;

/**
 * An object that a step names and changes, as it was when it was looked at.
 *
 * @param kind its kind
 * @param ref its name
 * @param tree the object
 */
public record NamedObject(ApiKind kind, ObjectRef ref, JsonNode tree) {
    /** The object of that name, or empty when there is none. */
    public static Optional<NamedObject> find(Cluster cluster, Ref name, String namespace) throws InterruptedException {
        ApiKind kind = cluster.kinds().called(name.kind());
        return cluster.api()
                .get(kind, kind.namespaced() ? namespace : "", name.name())
                .map(tree -> new NamedObject(kind, kind.ref(namespace, name.name()), tree));
    }

    /**
     * The object of that name.
     *
     * @throws StepFailure when there is none
     */
    public static NamedObject get(Cluster cluster, Ref name, String namespace) throws InterruptedException {
        return find(cluster, name, namespace).orElseThrow(() -> NotFound.of(name.toString(), namespace));
    }

    /** Its identity. */
    public String uid() {
        return tree.path("metadata").path("uid").asText("");
    }

    /** Its version, which changes with each write. */
    public String version() {
        return tree.path("metadata").path("resourceVersion").asText("");
    }

    /** An annotation, or an empty text. */
    public String annotation(String name) {
        return tree.path("metadata").path("annotations").path(name).asText("");
    }

    /** It, to be waited for. */
    public Subjects subject() {
        return Subjects.named(List.of(new Subjects.Named(kind, ref)));
    }

    /** Records that these fields were changed; the object as it is here is kept as the state before. */
    public void changed(StepContext context, List<String> fields) {
        String before = context.blobs().putText(Json.write(tree));
        context.recorder().change(fact(Change.Kind.CONFIGURED, fields, Optional.of(before)));
    }

    /** Records that fields were changed by an earlier worker, so that the state before is not known here. */
    public void changedBefore(StepContext context, List<String> fields) {
        context.recorder().change(fact(Change.Kind.CONFIGURED, fields, Optional.empty()));
    }

    /** Records that it was as it should be. */
    public void unchanged(StepContext context) {
        context.recorder().change(fact(Change.Kind.UNCHANGED, List.of(), Optional.empty()));
    }

    private Change fact(Change.Kind what, List<String> fields, Optional<String> before) {
        return new Change(what, ref.apiVersion(), ref.kind(), ref.namespace(), ref.name(), uid(), fields, before, true);
    }
}
