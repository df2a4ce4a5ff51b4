package io.slipway.activities.cluster.apply;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.api.ApiKind;
import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.activities.cluster.kinds.DefinedKinds;
import io.slipway.activities.cluster.manifest.Manifest;
import io.slipway.activities.cluster.owner.Owner;
import io.slipway.activities.step.StepFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes of manifests what is applied: kinds found, namespaces filled in, labels put on. */
public final class DesiredObjects {
    private final Cluster cluster;
    private final String namespace;
    private final Owner owner;
    private final List<ApiKind> defined = new ArrayList<>();

    /** Objects of an owner; those that name no namespace go into this one. */
    public DesiredObjects(Cluster cluster, String namespace, Owner owner) {
        this.cluster = cluster;
        this.namespace = namespace;
        this.owner = owner;
    }

    /**
     * The objects, in the manifests' order.
     *
     * @throws StepFailure when the cluster does not serve a kind, and no CRD among them defines it
     */
    public List<Desired> of(List<Manifest> manifests) throws InterruptedException {
        manifests.forEach(manifest -> defined.addAll(DefinedKinds.of(manifest.tree())));
        List<Desired> objects = new ArrayList<>();
        for (Manifest manifest : manifests) {
            objects.add(desired(manifest));
        }
        return objects;
    }

    private Desired desired(Manifest manifest) throws InterruptedException {
        ApiKind kind = kind(manifest);
        ObjectNode tree = manifest.tree().deepCopy();
        ObjectNode metadata = tree.withObjectProperty("metadata");
        if (!kind.namespaced()) {
            metadata.remove("namespace");
        } else if (metadata.path("namespace").asText("").isEmpty()) {
            metadata.put("namespace", namespace);
        }
        owner.label(tree);
        return new Desired(tree, ObjectRef.of(tree), kind, manifest.place().toString());
    }

    private ApiKind kind(Manifest manifest) throws InterruptedException {
        ObjectRef ref = manifest.ref();
        Optional<ApiKind> fresh = defined.stream()
                .filter(kind ->
                        kind.kind().equals(ref.kind()) && kind.apiVersion().equals(ref.apiVersion()))
                .findFirst();
        if (fresh.isPresent()) {
            return fresh.get();
        }
        Optional<ApiKind> served = cluster.kinds().find(ref.apiVersion(), ref.kind());
        if (served.isEmpty()) {
            throw unknown(manifest, cluster.kinds().servedAs(ref.kind()));
        }
        return served.get();
    }

    /** An API version that is gone is the usual cause, and then there is another one. */
    private static StepFailure unknown(Manifest manifest, Optional<String> servedAs) {
        ObjectRef ref = manifest.ref();
        String what = manifest.place() + ": the cluster serves no " + ref.kind() + " of " + ref.apiVersion();
        return servedAs.map(version -> StepFailure.permanent(
                        what,
                        "it serves " + ref.kind() + " as " + version
                                + "; the requested version has been removed or is not available yet",
                        "use apiVersion: " + version + ", and check the fields that differ between the versions"))
                .orElseGet(() -> StepFailure.permanent(
                        what,
                        "no built-in API and no CustomResourceDefinition, in the cluster or in these manifests, defines it",
                        "correct apiVersion and kind, or deploy the CustomResourceDefinition first"));
    }
}
