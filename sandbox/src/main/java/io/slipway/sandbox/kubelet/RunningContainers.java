package io.slipway.sandbox.kubelet;

import io.slipway.sandbox.workloads.Container;
import io.slipway.sandbox.workloads.Workload;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The containers that run now, by pod and name. */
final class RunningContainers {
    private final Map<String, Running> all = new ConcurrentHashMap<>();

    /** A container with its process, and the commands beside it. */
    record Running(Container container, Workload workload, ContainerHost host, int instance, Commands commands) {}

    void started(Running running) {
        all.put(
                key(
                        running.container().namespace(),
                        running.container().podName(),
                        running.container().name()),
                running);
    }

    void stopped(Running running) {
        all.remove(
                key(
                        running.container().namespace(),
                        running.container().podName(),
                        running.container().name()),
                running);
    }

    Optional<Running> find(String namespace, String pod, String container) {
        return Optional.ofNullable(all.get(key(namespace, pod, container)));
    }

    Stream<Running> ofPod(String namespace, String pod) {
        String prefix = namespace + "/" + pod + "/";
        return all.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .map(Map.Entry::getValue);
    }

    private static String key(String namespace, String pod, String container) {
        return namespace + "/" + pod + "/" + container;
    }
}
