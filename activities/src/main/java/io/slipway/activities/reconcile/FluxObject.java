package io.slipway.activities.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.named.NamedObject;
import io.slipway.model.spec.Ref;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an object of Flux says of itself.
 *
 * @param object the object
 * @see <a href="https://fluxcd.io/flux/components/">Flux's API</a>
 */
record FluxObject(NamedObject object) {
    /** Annotation that asks for a reconciliation now; the controller repeats its value in the status. */
    static final String REQUESTED = "reconcile.fluxcd.io/requestedAt";

    /** Annotation that asks a HelmRelease for an upgrade although nothing has changed. */
    static final String FORCED = "reconcile.fluxcd.io/forceAt";

    private static final String GROUPS = "toolkit.fluxcd.io";

    private JsonNode spec() {
        return object.tree().path("spec");
    }

    private JsonNode status() {
        return object.tree().path("status");
    }

    boolean isFlux() {
        return object.ref().group().endsWith(GROUPS);
    }

    boolean isSuspended() {
        return spec().path("suspend").asBoolean(false);
    }

    /** Whether its controller has taken up that request. */
    boolean hasHandled(String request) {
        return status().path("lastHandledReconcileAt").asText("").equals(request);
    }

    /** Whether that, a status or a condition, is of the spec as it is now. */
    private boolean isCurrent(JsonNode observed) {
        long generation = object.tree().path("metadata").path("generation").asLong(0);
        return observed.path("observedGeneration").asLong(-1) >= generation;
    }

    /** Whether it says that it is ready, of the spec as it is now. */
    boolean isReady() {
        return isCurrent(status()) && is("Ready", "True");
    }

    /** Whether it says that trying again will not help. */
    boolean isStalled() {
        return is("Stalled", "True");
    }

    /** Whether it says that it is not ready, of the spec as it is now. Only success moves the generation of the status itself. */
    boolean isUnready() {
        return condition("Ready")
                .filter(found -> found.path("status").asText().equals("False") && isCurrent(found))
                .isPresent();
    }

    private boolean is(String type, String value) {
        return condition(type)
                .filter(found -> found.path("status").asText().equals(value))
                .isPresent();
    }

    private Optional<JsonNode> condition(String type) {
        return status().path("conditions")
                .valueStream()
                .filter(each -> each.path("type").asText().equals(type))
                .findFirst();
    }

    /** The reason of its Ready condition, such as {@code DependencyNotReady}. */
    String reason() {
        return condition("Ready").map(ready -> ready.path("reason").asText("")).orElse("");
    }

    /** What it says of itself, for people. */
    String story() {
        return condition("Ready")
                .map(ready -> reason() + ": " + ready.path("message").asText(""))
                .orElse("its controller has not looked at it yet");
    }

    /** The revision it is at: of a source its artifact's, else the one applied last. */
    String revision() {
        String artifact = status().path("artifact").path("revision").asText("");
        String applied = status().path("lastAppliedRevision").asText("");
        String chart = status().path("history").path(0).path("chartVersion").asText("");
        return !artifact.isEmpty() ? artifact : !applied.isEmpty() ? applied : chart;
    }

    /** Whether its revision is the one that is meant: all of it, its branch or tag, or the begin of its commit. */
    boolean isAt(String wanted) {
        String revision = revision();
        int at = revision.indexOf('@');
        String name = at < 0 ? revision : revision.substring(0, at);
        String digest = at < 0 ? "" : revision.substring(revision.indexOf(':', at) + 1);
        return revision.equals(wanted)
                || name.equals(wanted)
                || name.endsWith("/" + wanted)
                || (wanted.length() >= 7 && digest.startsWith(wanted));
    }

    /** Where it takes its content from, when it is no source itself. */
    Optional<Other> source() {
        JsonNode source = spec().path("sourceRef");
        if (source.isMissingNode()) {
            source = spec().path("chartRef");
        }
        if (source.isMissingNode()) {
            source = spec().path("chart").path("spec").path("sourceRef");
        }
        return source.isMissingNode()
                ? Optional.empty()
                : Optional.of(other(source.path("kind").asText(), source));
    }

    /** What must be ready before it. */
    List<Other> dependencies() {
        List<Other> others = new ArrayList<>();
        spec().path("dependsOn").forEach(each -> others.add(other(object.ref().kind(), each)));
        return others;
    }

    private Other other(String kind, JsonNode named) {
        String namespace = named.path("namespace").asText(object.ref().namespace());
        return new Other(new Ref(kind + "/" + named.path("name").asText()), namespace);
    }

    /** Another object of Flux. */
    record Other(Ref name, String namespace) {}
}
