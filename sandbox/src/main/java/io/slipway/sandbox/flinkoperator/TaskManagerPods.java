package io.slipway.sandbox.flinkoperator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.kube.Pods;
import io.slipway.sandbox.store.Deletion;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.store.StatusException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** TaskManagers in native mode: the JobManager asks for as many pods as its jobs need slots. */
final class TaskManagerPods {
    private static final Set<String> ENDED = Set.of("FINISHED", "FAILED", "CANCELED");

    private final ObjectStore store;
    private final DeploymentSpec spec;

    TaskManagerPods(ObjectStore store, DeploymentSpec spec) {
        this.store = store;
        this.spec = spec;
    }

    /**
     * Makes and removes pods.
     *
     * @param jobManager who owns them
     * @param jobs as {@code /jobs/overview} lists them
     * @return why a pod was refused, when one was
     */
    Optional<String> settle(ObjectNode jobManager, JsonNode jobs) {
        int slots = 0;
        for (JsonNode job : jobs) {
            slots += ENDED.contains(job.path("state").asText())
                    ? 0
                    : job.at("/tasks/total").asInt(1);
        }
        int wanted = Math.max(spec.idleTaskManagers(), Math.ceilDiv(slots, spec.slots()));
        List<ObjectNode> pods = Pods.ownedBy(store, jobManager).stream()
                .filter(pod -> Meta.labels(pod).getOrDefault("component", "").equals("taskmanager"))
                .toList();
        pods.stream().filter(Pods::finished).forEach(this::delete);
        List<ObjectNode> active = pods.stream()
                .filter(Pods::active)
                .sorted(Comparator.comparingInt(TaskManagerPods::number))
                .toList();
        active.stream().skip(wanted).forEach(this::delete);
        int next = pods.stream().mapToInt(TaskManagerPods::number).max().orElse(0);
        try {
            for (int missing = wanted - active.size(); missing > 0; missing--) {
                store.create(Kinds.POD, pod(++next, jobManager));
            }
            return Optional.empty();
        } catch (StatusException refused) {
            return Optional.of(refused.getMessage());
        }
    }

    private void delete(ObjectNode pod) {
        if (!Meta.deleting(pod)) {
            store.delete(Kinds.POD, spec.namespace(), Meta.name(pod), Deletion.BACKGROUND);
        }
    }

    private static int number(ObjectNode pod) {
        String name = Meta.name(pod);
        String last = name.substring(name.lastIndexOf('-') + 1);
        return last.matches("\\d{1,6}") ? Integer.parseInt(last) : 0;
    }

    private ObjectNode pod(int number, ObjectNode jobManager) {
        ObjectNode pod = PodTemplate.of(spec, "taskManager", "kubernetes-taskmanager.sh");
        Meta.of(pod).put("name", spec.name() + "-taskmanager-1-" + number).put("namespace", spec.namespace());
        pod.withObject("/spec").put("restartPolicy", "Never");
        Meta.own(pod, Kinds.DEPLOYMENT, jobManager);
        return pod;
    }
}
