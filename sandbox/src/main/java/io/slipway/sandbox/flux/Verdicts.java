package io.slipway.sandbox.flux;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.images.Digests;
import io.slipway.sandbox.kube.Conditions;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import java.util.Arrays;
import java.util.Optional;

/** Judges objects of Flux: by the annotation that makes one fail, its dependencies, its source. */
final class Verdicts {
    /** Makes an object fail with this message. */
    static final String FAILS = "sandbox.slipway.io/fails";

    private static final int SHA1 = 40;

    private final ObjectStore store;
    private final FluxKind kind;

    Verdicts(ObjectStore store, FluxKind kind) {
        this.store = store;
        this.kind = kind;
    }

    Verdict of(ObjectNode object) {
        String fails = Meta.annotations(object).getOrDefault(FAILS, "");
        if (!fails.isEmpty()) {
            return Verdict.waits(kind.isSource() ? "FetchFailed" : "ReconciliationFailed", fails);
        }
        return kind.isSource() ? Verdict.ready(kind, sourceRevision(object)) : applied(object);
    }

    private Verdict applied(ObjectNode object) {
        for (JsonNode named : object.path("spec").path("dependsOn")) {
            String namespace = named.path("namespace").asText(Meta.namespace(object));
            String name = named.path("name").asText();
            if (store.view(kind.resource(), namespace, name)
                    .filter(Verdicts::isReady)
                    .isEmpty()) {
                return Verdict.waits("DependencyNotReady", "dependency '" + namespace + "/" + name + "' is not ready");
            }
        }
        JsonNode reference = reference(object);
        Optional<ObjectNode> source = source(object, reference);
        if (source.filter(Verdicts::isReady).isEmpty()) {
            return Verdict.waits(
                    kind == FluxKind.HELM_RELEASE ? "SourceNotReady" : "ArtifactFailed",
                    reference.path("kind").asText() + "/"
                            + reference.path("name").asText() + " is not ready");
        }
        return Verdict.ready(kind, revision(object, source.get()));
    }

    /** The source of an object that is carried. */
    Optional<ObjectNode> source(ObjectNode object) {
        return source(object, reference(object));
    }

    private static JsonNode reference(ObjectNode object) {
        JsonNode spec = object.path("spec");
        return spec.has("sourceRef")
                ? spec.path("sourceRef")
                : spec.has("chartRef") ? spec.path("chartRef") : spec.at("/chart/spec/sourceRef");
    }

    private Optional<ObjectNode> source(ObjectNode object, JsonNode reference) {
        return Arrays.stream(FluxKind.values())
                .filter(FluxKind::isSource)
                .filter(each ->
                        each.resource().kind().equals(reference.path("kind").asText()))
                .findFirst()
                .flatMap(each -> store.view(
                        each.resource(),
                        reference.path("namespace").asText(Meta.namespace(object)),
                        reference.path("name").asText()));
    }

    private static boolean isReady(ObjectNode object) {
        return Conditions.isTrue(object.path("status"), "Ready");
    }

    private String revision(ObjectNode object, ObjectNode source) {
        String artifact =
                source.path("status").path("artifact").path("revision").asText("");
        return kind == FluxKind.KUSTOMIZATION
                ? artifact
                : object.at("/spec/chart/spec/version").asText(artifact.replaceFirst("@.*$", ""));
    }

    private String sourceRevision(ObjectNode object) {
        JsonNode spec = object.path("spec");
        String hash = Digests.of(spec.toString()).replaceFirst("^sha256:", "");
        JsonNode ref = spec.path("ref");
        return switch (kind) {
            case GIT_REPOSITORY -> {
                String commit = ref.path("commit").asText(hash.substring(0, SHA1));
                String name = ref.path("tag").asText(ref.path("branch").asText("master"));
                yield name + "@sha1:" + commit;
            }
            case OCI_REPOSITORY -> ref.path("tag").asText("latest") + "@sha256:" + hash;
            case HELM_REPOSITORY, BUCKET, KUSTOMIZATION, HELM_RELEASE -> "sha256:" + hash;
        };
    }
}
