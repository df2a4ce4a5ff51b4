package io.slipway.activities.diagnosis.collect;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.access.PodLogs;
import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.diagnosis.Snapshot;
import io.slipway.activities.diagnosis.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes a snapshot: pods, what owns them and what they need, the ways to them, warnings about all of these, and the
 * last log lines of every container, those of the container before first. Only reads.
 */
public final class SnapshotCollector {

    private static final int LOG_LINES = 200;

    /** The volume controller reports it as normal, though the claim will wait for ever. */
    private static final String NO_VOLUME = "FailedBinding";

    private final ClusterView view;

    /** Collects from this cluster. */
    public SnapshotCollector(Cluster cluster) {
        this(new LiveCluster(cluster, LOG_LINES));
    }

    SnapshotCollector(ClusterView view) {
        this.view = view;
    }

    /** What is asked of a namespace; a diagnosis works with what it may see. */
    public static Calls calls(String namespace) {
        return CollectedKinds.ALL.stream()
                .map(kind -> Calls.on(kind, namespace, "list"))
                .reduce(PodLogs.calls(namespace), Calls::and)
                .ifGranted();
    }

    /** What concerns the pods with these labels; an empty selector means all of the namespace. */
    public Snapshot ofSelector(String step, String namespace, String selector) throws InterruptedException {
        List<JsonNode> pods = view.list(CollectedKinds.PODS, namespace, selector);
        return snapshot(step, namespace, Neighbours.ofPods(view, namespace, pods));
    }

    /** What concerns these objects: they themselves, all that they own, and the pods' surroundings. */
    public Snapshot ofObjects(String step, String namespace, List<ObjectRef> objects) throws InterruptedException {
        return snapshot(step, namespace, Neighbours.ofObjects(view, namespace, objects));
    }

    private Snapshot snapshot(String step, String namespace, List<JsonNode> objects) throws InterruptedException {
        List<JsonNode> events = view.list(CollectedKinds.EVENTS, namespace, "").stream()
                .filter(event -> event.path("type").asText().equals("Warning")
                        || event.path("reason").asText().equals(NO_VOLUME))
                .sorted(Comparator.comparing(SnapshotCollector::time))
                .toList();
        List<Subject> subjects = new ArrayList<>();
        for (JsonNode object : objects) {
            List<JsonNode> own =
                    events.stream().filter(event -> concerns(event, object)).toList();
            subjects.add(new Subject(object, own, logs(namespace, object)));
        }
        return new Snapshot(step, subjects);
    }

    private Map<String, List<String>> logs(String namespace, JsonNode object) throws InterruptedException {
        Map<String, List<String>> logs = new LinkedHashMap<>();
        if (!object.path("kind").asText().equals("Pod")) {
            return logs;
        }
        String pod = object.path("metadata").path("name").asText();
        for (String list : List.of("initContainerStatuses", "containerStatuses")) {
            for (JsonNode container : object.path("status").path(list)) {
                String name = container.path("name").asText();
                if (container.path("restartCount").asInt(0) > 0) {
                    put(logs, name + " (previous)", view.log(namespace, pod, name, true));
                }
                put(logs, name, view.log(namespace, pod, name, false));
            }
        }
        return logs;
    }

    private static void put(Map<String, List<String>> logs, String name, List<String> lines) {
        if (!lines.isEmpty()) {
            logs.put(name, lines);
        }
    }

    private static boolean concerns(JsonNode event, JsonNode object) {
        JsonNode about = event.path("involvedObject");
        String uid = about.path("uid").asText("");
        String own = object.path("metadata").path("uid").asText("");
        if (!uid.isEmpty() && !own.isEmpty()) {
            return uid.equals(own);
        }
        return about.path("kind").equals(object.path("kind"))
                && about.path("name").equals(object.path("metadata").path("name"));
    }

    /** RFC 3339 in UTC sorts as text. */
    private static String time(JsonNode event) {
        String last = event.path("lastTimestamp").asText("");
        return last.isEmpty() || last.equals("null") ? event.path("eventTime").asText("") : last;
    }
}
