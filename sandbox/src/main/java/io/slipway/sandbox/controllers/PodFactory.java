package io.slipway.sandbox.controllers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.faults.Fault;
import io.slipway.sandbox.faults.FaultKind;
import io.slipway.sandbox.faults.Faults;
import io.slipway.sandbox.faults.Subject;
import io.slipway.sandbox.kube.EventRecorder;
import io.slipway.sandbox.kube.Lineage;
import io.slipway.sandbox.store.Deletion;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.store.ResourceKind;
import io.slipway.sandbox.store.StatusException;
import java.util.Optional;

/** Creates and deletes pods for the controllers that own them, and reports refusals as events. */
public final class PodFactory {
    private final ObjectStore store;
    private final Faults faults;
    private final EventRecorder events;

    /** A factory whose refusals may be scripted. */
    public PodFactory(ObjectStore store, Faults faults, EventRecorder events) {
        this.store = store;
        this.faults = faults;
        this.events = events;
    }

    /** A pod from a template, owned by an object, not yet created. */
    ObjectNode pod(ResourceKind kind, ObjectNode owner, JsonNode template, String name) {
        ObjectNode pod = JsonNodeFactory.instance.objectNode();
        pod.put("apiVersion", "v1").put("kind", "Pod");
        ObjectNode meta = pod.putObject("metadata");
        JsonNode wanted = template.path("metadata");
        if (wanted.has("labels")) {
            meta.set("labels", wanted.get("labels").deepCopy());
        }
        if (wanted.has("annotations")) {
            meta.set("annotations", wanted.get("annotations").deepCopy());
        }
        meta.put("name", name).put("namespace", Meta.namespace(owner));
        Meta.own(pod, kind, owner);
        pod.set("spec", template.path("spec").deepCopy());
        return pod;
    }

    /**
     * Creates it and says so.
     *
     * @return why it was refused; empty when it was created
     */
    public Optional<String> create(ResourceKind kind, ObjectNode owner, ObjectNode pod) {
        try {
            refuseByFault(kind, owner, pod);
            ObjectNode made = store.create(Kinds.POD, pod);
            events.normal(kind, owner, "SuccessfulCreate", "Created pod: " + Meta.name(made));
            return Optional.empty();
        } catch (StatusException refused) {
            String message = refused.getMessage();
            events.warning(kind, owner, "FailedCreate", "Error creating: " + message);
            return Optional.of(message);
        } catch (Refused refused) {
            events.warning(kind, owner, "FailedCreate", "Error creating: " + refused.getMessage());
            return Optional.of(refused.getMessage());
        }
    }

    /** A scripted refusal, with the words of the admission plug-in it stands for. */
    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    private void refuseByFault(ResourceKind kind, ObjectNode owner, ObjectNode pod) throws Refused {
        boolean scripted = faults.any(FaultKind.QUOTA_EXCEEDED)
                || faults.any(FaultKind.SCC_DENIED)
                || faults.any(FaultKind.POD_REFUSED);
        if (!scripted) {
            return;
        }
        Subject subject = Lineage.of(store, kind, owner).child("Pod", Meta.name(pod));
        String forbidden = "pods \"" + Meta.name(pod) + "\" is forbidden: ";
        Optional<Fault> refused = faults.strike(FaultKind.POD_REFUSED, subject, Meta.name(pod));
        if (refused.isPresent()) {
            throw new Refused(refused.get().arg(0, forbidden));
        }
        Optional<Fault> quota = faults.strike(FaultKind.QUOTA_EXCEEDED, subject, Meta.name(pod));
        if (quota.isPresent()) {
            throw new Refused(forbidden + "exceeded quota: " + quota.get().arg(0, "compute-resources")
                    + ", requested: limits.cpu=2,limits.memory=4Gi, used: limits.cpu=16,limits.memory=32Gi,"
                    + " limited: limits.cpu=16,limits.memory=32Gi");
        }
        if (faults.strikes(FaultKind.SCC_DENIED, subject, Meta.name(pod))) {
            throw new Refused(forbidden + "unable to validate against any security context constraint:"
                    + " [provider \"restricted-v2\": Forbidden: not usable by user or serviceaccount,"
                    + " provider datalyptica-scc: Forbidden: not usable by user or serviceaccount]");
        }
    }

    void delete(ResourceKind kind, ObjectNode owner, ObjectNode pod) {
        try {
            store.delete(Kinds.POD, Meta.namespace(pod), Meta.name(pod), Deletion.BACKGROUND);
            events.normal(kind, owner, "SuccessfulDelete", "Deleted pod: " + Meta.name(pod));
        } catch (StatusException gone) {
            // Somebody else deleted it first.
            return;
        }
    }
}
