package io.slipway.sandbox.kubelet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.faults.Fault;
import io.slipway.sandbox.faults.FaultKind;
import io.slipway.sandbox.faults.Subject;
import io.slipway.sandbox.kube.Lineage;
import io.slipway.sandbox.store.Deletion;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.StatusException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Runs one pod on a thread of its own: volumes, init containers one by one, then all containers. */
final class PodWorker {
    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
    private static final int LONGEST_RETRY = 7;

    private final NodeServices node;
    private final ImagePuller puller;
    private final ObjectNode pod;
    private final String podIp;
    private final Subject subject;
    private final StatusWriter status;
    private final Thread thread;
    private volatile boolean deleting;

    PodWorker(NodeServices node, ImagePuller puller, ObjectNode pod, String podIp) {
        this.node = node;
        this.puller = puller;
        this.pod = pod;
        this.podIp = podIp;
        this.subject = Lineage.of(node.store(), Kinds.POD, pod);
        this.status = new StatusWriter(node.store(), pod);
        this.thread = Thread.ofVirtual()
                .name("pod " + Meta.namespace(pod) + "/" + Meta.name(pod))
                .unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Stops the containers and lets the API remove the pod. */
    void delete() {
        deleting = true;
        if (thread.isAlive()) {
            thread.interrupt();
        } else {
            Thread.ofVirtual().start(this::removed);
        }
    }

    /** Stops without a trace in the store: the sandbox is closing, or the pod is already gone. */
    void stop() {
        thread.interrupt();
    }

    private void run() {
        try {
            life();
        } catch (InterruptedException stopped) {
            if (deleting) {
                removed();
            }
        }
    }

    private void life() throws InterruptedException {
        if (pod.path("status").path("podIP").isMissingNode()) {
            attach();
            mount();
            network();
            status.admitted(podIp);
        }
        warn();
        for (JsonNode init : pod.path("spec").path("initContainers")) {
            if (new ContainerRunner(node, puller, pod, init, subject, true).run() != 0) {
                return;
            }
        }
        List<Thread> containers = new ArrayList<>();
        try {
            for (JsonNode container : pod.path("spec").path("containers")) {
                containers.add(
                        Thread.ofVirtual().name("container " + Meta.name(pod)).start(() -> runToEnd(container)));
            }
            evict();
            for (Thread container : containers) {
                container.join();
            }
        } finally {
            containers.forEach(Thread::interrupt);
        }
        if (deleting) {
            removed();
        }
    }

    private void runToEnd(JsonNode container) {
        try {
            new ContainerRunner(node, puller, pod, container, subject, false).run();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void attach() throws InterruptedException {
        prepare(
                FaultKind.ATTACH_FAILED,
                "FailedAttachVolume",
                fault -> fault.map(one -> "Multi-Attach error for volume \""
                        + one.arg(0, "data")
                        + "\" Volume is already exclusively attached to one node and can't be attached to another"));
    }

    private void mount() throws InterruptedException {
        prepare(
                FaultKind.MOUNT_FAILED,
                "FailedMount",
                fault -> fault.map(one -> "MountVolume.SetUp failed for volume \"" + one.arg(0, "data") + "\" : "
                                + one.arg(
                                        1, "rpc error: code = Internal desc = the volume is not attached to the node"))
                        .or(() -> node.volumes().problem(pod)));
    }

    private void network() throws InterruptedException {
        prepare(
                FaultKind.SANDBOX_FAILED,
                "FailedCreatePodSandBox",
                fault -> fault.map(one ->
                        "Failed to create pod sandbox: rpc error: code = Unknown desc = failed to set up network: "
                                + one.arg(0, "no IP addresses available in range set")));
    }

    /** What comes before containers are started, again and again: twice as long each time, up to two minutes. */
    private void prepare(FaultKind kind, String reason, Function<Optional<Fault>, Optional<String>> problem)
            throws InterruptedException {
        for (int attempt = 0; ; attempt++) {
            Optional<String> found = problem.apply(node.faults().strike(kind, subject, Meta.uid(pod) + "/" + attempt));
            if (found.isEmpty()) {
                return;
            }
            node.events().warning(Kinds.POD, pod, reason, found.get());
            node.clock().sleep(FIRST_RETRY.multipliedBy(1L << Math.min(attempt, LONGEST_RETRY)));
        }
    }

    private void warn() {
        node.faults()
                .strike(FaultKind.WARNING_EVENT, subject, Meta.uid(pod))
                .ifPresent(fault -> node.events()
                        .warning(Kinds.POD, pod, fault.arg(0, "Unhealthy"), fault.arg(1, "scripted by a fault")));
    }

    private void evict() throws InterruptedException {
        if (!node.faults().any(FaultKind.EVICTED_POD) && !node.faults().any(FaultKind.POD_ENDS)) {
            return;
        }
        node.clock().sleep(Duration.ofSeconds(20));
        if (node.faults().strikes(FaultKind.EVICTED_POD, subject, Meta.uid(pod))) {
            String message = "The node was low on resource: memory. Threshold quantity: 100Mi, available: 61Mi. ";
            node.events().warning(Kinds.POD, pod, "Evicted", message);
            status.evicted(message);
            throw new InterruptedException("evicted");
        }
        Optional<Fault> end = node.faults().strike(FaultKind.POD_ENDS, subject, Meta.uid(pod));
        if (end.isPresent()) {
            status.failed(end.get().arg(0, "NodeLost"), end.get().arg(1, "scripted by a fault"));
            throw new InterruptedException("ended by its node");
        }
    }

    private void removed() {
        pod.path("spec")
                .path("containers")
                .forEach(container -> node.events()
                        .container(
                                pod,
                                container.path("name").asText(),
                                "Normal",
                                "Killing",
                                "Stopping container " + container.path("name").asText()));
        node.logs().forget(Meta.uid(pod));
        try {
            node.store().delete(Kinds.POD, Meta.namespace(pod), Meta.name(pod), Deletion.NOW);
        } catch (StatusException gone) {
            // Somebody removed it first: nothing is left to do.
            return;
        }
    }
}
