package io.slipway.activities.cluster.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.api.ApiKind;
import io.slipway.activities.cluster.api.ObjectRef;
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
        return fresh.isPresent()
                ? fresh.get()
                : cluster.kinds().find(ref.apiVersion(), ref.kind()).orElseThrow(() -> unknown(manifest));
    }

    private static StepFailure unknown(Manifest manifest) {
        ObjectRef ref = manifest.ref();
        return StepFailure.permanent(
                manifest.place() + ": the cluster serves no " + ref.kind() + " of " + ref.apiVersion(),
                "neither a built-in API nor a CustomResourceDefinition, there or among these manifests, has it",
                "correct apiVersion and kind, or deploy the CustomResourceDefinition first");
    }

    /** Kinds that a CustomResourceDefinition among the manifests will define. */
    private static final class DefinedKinds {
        static List<ApiKind> of(JsonNode object) {
            if (!object.path("kind").asText().equals("CustomResourceDefinition")) {
                return List.of();
            }
            JsonNode spec = object.path("spec");
            return spec.path("versions")
                    .valueStream()
                    .map(version -> ApiKind.of(
                            spec.path("group").asText() + "/"
                                    + version.path("name").asText(),
                            spec.path("names").path("kind").asText(),
                            spec.path("names").path("plural").asText(),
                            spec.path("scope").asText().equals("Namespaced")))
                    .toList();
        }
    }
}
