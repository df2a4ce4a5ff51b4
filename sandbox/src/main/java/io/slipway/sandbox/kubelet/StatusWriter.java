package io.slipway.sandbox.kubelet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.kube.Conditions;
import io.slipway.sandbox.kube.Times;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import java.util.List;
import java.util.function.Consumer;

/** Writes the status of one pod. */
final class StatusWriter {
    private final ObjectStore store;
    private final ObjectNode pod;

    StatusWriter(ObjectStore store, ObjectNode pod) {
        this.store = store;
        this.pod = pod;
    }

    /** The pod was accepted by the node. */
    void admitted(String podIp) {
        change(now -> {
            ObjectNode status = now.withObject("/status");
            status.put(
                    "hostIP",
                    "192.168.126."
                            + (10
                                    + Math.abs(now.path("spec")
                                                    .path("nodeName")
                                                    .asText()
                                                    .hashCode()
                                            % 40)));
            status.put("podIP", podIp).putArray("podIPs").addObject().put("ip", podIp);
            status.put("startTime", Times.now());
            status.put("qosClass", QosClass.of(now));
            Conditions.set(status, "PodReadyToStartContainers", true, "", "");
            PodStatuses.prepare(now);
        });
    }

    void waiting(String container, String reason, String message) {
        container(container, entry -> {
            ObjectNode waiting = state(entry).putObject("waiting").put("reason", reason);
            if (!message.isEmpty()) {
                waiting.put("message", message);
            }
            entry.put("ready", false).put("started", false);
        });
    }

    void running(String container, String imageId, String containerId) {
        container(container, entry -> {
            state(entry).putObject("running").put("startedAt", Times.now());
            entry.put("imageID", imageId)
                    .put("containerID", "cri-o://" + containerId)
                    .put("started", true);
        });
    }

    void ready(String container, boolean ready) {
        container(container, entry -> entry.put("ready", ready));
    }

    void terminated(String container, Exit exit, String startedAt) {
        container(container, entry -> {
            ObjectNode ended = state(entry).putObject("terminated");
            ended.put("exitCode", exit.code()).put("reason", exit.reason());
            if (!exit.message().isEmpty()) {
                ended.put("message", exit.message());
            }
            ended.put("startedAt", startedAt).put("finishedAt", Times.now());
            ended.put("containerID", entry.path("containerID").asText());
            entry.put("ready", false).put("started", false);
        });
    }

    /** The container will be started again: what ended becomes the last state. */
    void restarting(String container, String message) {
        container(container, entry -> {
            if (entry.path("state").has("terminated")) {
                entry.putObject("lastState")
                        .set("terminated", entry.path("state").path("terminated"));
            }
            entry.put("restartCount", entry.path("restartCount").asInt() + 1);
            state(entry).putObject("waiting").put("reason", "CrashLoopBackOff").put("message", message);
        });
    }

    void evicted(String message) {
        change(now ->
                Conditions.set(now.withObject("/status"), "DisruptionTarget", true, "TerminationByKubelet", message));
        failed("Evicted", message);
    }

    /** The node has ended the pod. */
    void failed(String reason, String message) {
        change(now -> {
            ObjectNode status = now.withObject("/status");
            status.put("phase", "Failed").put("reason", reason).put("message", message);
            Conditions.set(status, "Ready", false, "PodFailed", "");
            Conditions.set(status, "ContainersReady", false, "PodFailed", "");
        });
    }

    private static ObjectNode state(ObjectNode entry) {
        return entry.putObject("state");
    }

    private void container(String name, Consumer<ObjectNode> change) {
        change(now -> {
            for (String list : List.of("initContainerStatuses", "containerStatuses")) {
                now.path("status").path(list).forEach(entry -> {
                    if (entry.path("name").asText().equals(name)) {
                        change.accept((ObjectNode) entry);
                    }
                });
            }
        });
    }

    private void change(Consumer<ObjectNode> change) {
        store.mutateStatus(Kinds.POD, Meta.namespace(pod), Meta.name(pod), now -> {
            if (Meta.uid(now).equals(Meta.uid(pod))) {
                change.accept(now);
                PodStatuses.refresh(now);
            }
            return now;
        });
    }
}
