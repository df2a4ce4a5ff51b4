package io.slipway.activities.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.api.ApiKind;
import io.slipway.activities.cluster.api.DeleteOptions;
import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.activities.cluster.apply.Desired;
import io.slipway.activities.cluster.apply.DesiredObjects;
import io.slipway.activities.cluster.inventory.InventoryStore;
import io.slipway.activities.cluster.manifest.Manifest;
import io.slipway.activities.cluster.manifest.RenderedManifests;
import io.slipway.activities.cluster.owner.Owner;
import io.slipway.activities.cluster.ownership.OwnedObjects;
import io.slipway.activities.cluster.removal.Doomed;
import io.slipway.activities.cluster.removal.Removal;
import io.slipway.activities.helm.release.History;
import io.slipway.activities.helm.release.Release;
import io.slipway.activities.helm.release.Status;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.step.StepFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The objects of a release on the target, marked as Helm marks them. */
final class ReleaseObjects {
    private static final String RELEASE = "meta.helm.sh/release-name";
    private static final String RELEASE_NAMESPACE = "meta.helm.sh/release-namespace";
    private static final String POLICY = "helm.sh/resource-policy";

    private final Cluster cluster;
    private final StepContext context;
    private final String namespace;
    private final String release;

    ReleaseObjects(Cluster cluster, StepContext context, String namespace, String release) {
        this.cluster = cluster;
        this.context = context;
        this.namespace = namespace;
        this.release = release;
    }

    /** As they are applied; kinds may be defined by the definitions that come first. */
    List<Desired> desired(List<Manifest> definitions, List<Manifest> objects) throws InterruptedException {
        List<Manifest> marked = objects.stream().map(this::marked).toList();
        return new DesiredObjects(cluster, namespace, Owner.of(context.task()))
                .of(Stream.concat(definitions.stream(), marked.stream()).toList())
                .subList(definitions.size(), definitions.size() + objects.size());
    }

    /** The definitions, without the marks of a release: no release owns them. */
    List<Desired> definitions(List<Manifest> definitions) throws InterruptedException {
        return new DesiredObjects(cluster, namespace, Owner.of(context.task())).of(definitions);
    }

    /** The objects that a revision has. */
    static List<Manifest> of(Release revision) {
        return RenderedManifests.read(revision.display(), revision.manifest());
    }

    private Manifest marked(Manifest manifest) {
        ObjectNode tree = manifest.tree().deepCopy();
        ObjectNode metadata = tree.withObjectProperty("metadata");
        metadata.withObjectProperty("labels").put("app.kubernetes.io/managed-by", "Helm");
        metadata.withObjectProperty("annotations").put(RELEASE, release).put(RELEASE_NAMESPACE, namespace);
        return new Manifest(tree, manifest.place());
    }

    /**
     * Refuses objects that another release has.
     *
     * @throws StepFailure names the first
     */
    void refuseForeign(List<Desired> objects) throws InterruptedException {
        for (Desired each : objects) {
            Optional<JsonNode> live = cluster.api()
                    .get(each.kind(), each.ref().namespace(), each.ref().name());
            String owner = live.map(ReleaseObjects::owner).orElse("");
            if (!owner.isEmpty() && !owner.equals(namespace + "/" + release)) {
                throw StepFailure.permanent(
                        each.ref().place() + " (" + each.place() + ") belongs to another release",
                        "it is annotated as part of " + owner,
                        "give the object or the release another name, or uninstall the other release");
            }
        }
    }

    private static String owner(JsonNode live) {
        JsonNode annotations = live.path("metadata").path("annotations");
        return annotations.has(RELEASE)
                ? annotations.path(RELEASE_NAMESPACE).asText("") + "/"
                        + annotations.path(RELEASE).asText("")
                : "";
    }

    /** Those of a revision that are there, are the release's, may be deleted and are not among the wanted. */
    List<Doomed> gone(List<Manifest> before, List<Desired> wanted) throws InterruptedException {
        Set<ObjectRef> stay = wanted.stream().map(each -> each.ref().key()).collect(Collectors.toSet());
        List<Doomed> gone = new ArrayList<>();
        for (Manifest each : before) {
            Optional<ApiKind> kind =
                    cluster.kinds().find(each.ref().apiVersion(), each.ref().kind());
            if (kind.isPresent()) {
                ObjectRef ref = placed(kind.get(), each.ref());
                Optional<JsonNode> live = stay.contains(ref.key())
                        ? Optional.empty()
                        : cluster.api().get(kind.get(), ref.namespace(), ref.name());
                live.filter(object -> owner(object).equals(namespace + "/" + release) && !isKept(object))
                        .ifPresent(object -> gone.add(new Doomed(
                                kind.get(),
                                ref,
                                object.path("metadata").path("uid").asText(""))));
            }
        }
        return gone;
    }

    /** What goes when a revision is made: what runs and what failed since had it, and it has not. */
    List<Doomed> left(History history, int version, List<Desired> wanted) throws InterruptedException {
        int from = history.deployed().map(Release::version).orElse(0);
        List<Doomed> gone = new ArrayList<>();
        for (Release each : history.revisions()) {
            if (each.version() >= from && each.version() < version && each.status() != Status.UNINSTALLED) {
                gone.addAll(gone(of(each), wanted));
            }
        }
        return gone.stream().distinct().toList();
    }

    private ObjectRef placed(ApiKind kind, ObjectRef ref) {
        String own = ref.namespace().isEmpty() ? namespace : ref.namespace();
        return new ObjectRef(ref.apiVersion(), ref.kind(), kind.namespaced() ? own : "", ref.name());
    }

    private static boolean isKept(JsonNode live) {
        return live.path("metadata")
                .path("annotations")
                .path(POLICY)
                .asText("")
                .strip()
                .equals("keep");
    }

    /** Deletes objects in the reverse order of application, waits, and takes them out of the inventory. */
    void remove(List<Doomed> gone) throws InterruptedException {
        new Removal(cluster, context).remove(gone, Removal.BACKGROUND);
        forget(gone.stream().map(Doomed::ref).toList());
    }

    /** The same without waiting, for when the step's time is over. */
    void removeWithoutWaiting(List<Doomed> gone) throws InterruptedException {
        for (Doomed each : gone.reversed()) {
            if (cluster.api(context).delete(each.kind(), each.ref(), DeleteOptions.background(each.uid()))) {
                context.recorder().change(Removal.fact(each));
            }
        }
        forget(gone.stream().map(Doomed::ref).toList());
    }

    /** Takes objects out of the inventory, so that no prune concerns itself with them. */
    void forget(List<ObjectRef> refs) throws InterruptedException {
        if (!refs.isEmpty()) {
            new InventoryStore(cluster.api(context), new OwnedObjects(cluster, context).inventory())
                    .update(inventory -> inventory.without(refs));
        }
    }
}
