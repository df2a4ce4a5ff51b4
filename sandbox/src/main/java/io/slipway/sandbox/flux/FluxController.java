package io.slipway.sandbox.flux;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.controllers.Controller;
import io.slipway.sandbox.controllers.Key;
import io.slipway.sandbox.kube.Conditions;
import io.slipway.sandbox.operators.Installed;
import io.slipway.sandbox.store.KindRegistry;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.store.StoreEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Carries the objects of one kind of Flux, while the kind's controller runs in a pod. */
public final class FluxController implements Controller {
    private static final String REQUESTED = "reconcile.fluxcd.io/requestedAt";
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final ObjectStore store;
    private final FluxKind kind;
    private final Installed controller;
    private final Verdicts verdicts;
    private final FluxContent content;

    public FluxController(ObjectStore store, KindRegistry kinds, FluxKind kind) {
        this.store = store;
        this.kind = kind;
        this.controller = new Installed(store, kind.controller());
        this.verdicts = new Verdicts(store, kind);
        this.content = new FluxContent(store, kinds, kind);
    }

    @Override
    public String name() {
        return "flux-" + kind.resource().plural();
    }

    @Override
    public List<Key> affected(StoreEvent event) {
        return event.kind().sameResource(kind.resource())
                ? List.of(new Key(event.namespace(), event.name()))
                : List.of();
    }

    @Override
    public Optional<Duration> reconcile(Key key) {
        Optional<ObjectNode> found = store.view(kind.resource(), key.namespace(), key.name());
        if (found.isEmpty() || Meta.deleting(found.get())) {
            return Optional.empty();
        }
        ObjectNode object = found.get();
        if (object.path("spec").path("suspend").asBoolean()) {
            return Optional.empty();
        }
        if (!controller.isRunning()) {
            return Optional.of(AGAIN);
        }
        Verdict verdict = verdicts.of(object);
        if (verdict.ready() && !kind.isSource()) {
            verdicts.source(object).ifPresent(source -> content.apply(object, source));
        }
        ObjectNode wanted = object.deepCopy();
        write(wanted, verdict);
        if (!wanted.path("status").equals(object.path("status"))) {
            store.mutateStatus(kind.resource(), key.namespace(), key.name(), now -> {
                write(now, verdict);
                return now;
            });
        }
        return Optional.of(AGAIN);
    }

    private void write(ObjectNode object, Verdict verdict) {
        ObjectNode status = object.withObject("/status");
        long generation = object.path("metadata").path("generation").asLong(1);
        // Flux moves it when a spec was reconciled to its end; until then it is that of the spec before, or -1.
        status.put(
                "observedGeneration",
                verdict.ready() ? generation : status.path("observedGeneration").asLong(-1));
        String requested = Meta.annotations(object).getOrDefault(REQUESTED, "");
        if (!requested.isEmpty()) {
            status.put("lastHandledReconcileAt", requested);
        }
        Conditions.set(status, "Ready", verdict.ready(), verdict.reason(), verdict.message());
        status.path("conditions").forEach(each -> ((ObjectNode) each).put("observedGeneration", generation));
        if (!verdict.revision().isEmpty()) {
            revision(status, verdict.revision());
        }
    }

    private void revision(ObjectNode status, String revision) {
        switch (kind) {
            case KUSTOMIZATION -> status.put("lastAppliedRevision", revision);
            case HELM_RELEASE -> {
                if (!status.path("history")
                        .path(0)
                        .path("chartVersion")
                        .asText("")
                        .equals(revision)) {
                    status.withArray("history")
                            .insertObject(0)
                            .put("chartVersion", revision)
                            .put("status", "deployed")
                            .put("version", status.path("history").size() + 1);
                }
            }
            case GIT_REPOSITORY, OCI_REPOSITORY, HELM_REPOSITORY, BUCKET ->
                status.withObject("/artifact").put("revision", revision);
        }
    }
}
