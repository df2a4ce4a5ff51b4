package io.slipway.activities.diagnosis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The cases of {@code diagnosis/cases.yaml}. */
final class Cases {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PART = "app.kubernetes.io/component";
    private static final String NAME = "app.kubernetes.io/name";
    private static final Map<String, Map<String, String>> LABELS = Map.of(
            "submit", Map.of(NAME, "spark", PART, "submit"),
            "driver", Map.of("spark-role", "driver"),
            "executor", Map.of("spark-role", "executor"),
            "jobmanager", Map.of(NAME, "flink", PART, "jobmanager"),
            "taskmanager", Map.of(NAME, "flink", PART, "taskmanager"));

    /** One case. */
    record Case(String rule, Subject subject, String cause) {}

    private Cases() {}

    static List<Case> all() throws IOException {
        try (InputStream in = Cases.class.getResourceAsStream("/diagnosis/cases.yaml")) {
            List<Case> cases = new ArrayList<>();
            for (Object entry : (List<?>) new Load(LoadSettings.builder().build()).loadFromInputStream(in)) {
                Map<?, ?> map = (Map<?, ?>) entry;
                cases.add(new Case(
                        map.get("rule").toString(),
                        subject(map),
                        map.get("cause").toString()));
            }
            return cases;
        }
    }

    private static Subject subject(Map<?, ?> entry) {
        ObjectNode object = entry.containsKey("object") ? JSON.valueToTree(entry.get("object")) : pod(entry);
        ((ObjectNode) object.get("metadata")).put("namespace", "lake");
        List<JsonNode> events = new ArrayList<>();
        for (Object event : list(entry.get("events"))) {
            List<?> words = (List<?>) event;
            events.add(JSON.createObjectNode()
                    .put("type", "Warning")
                    .put("reason", words.get(0).toString())
                    .put("message", words.get(1).toString()));
        }
        List<String> log = list(entry.get("log")).stream().map(Object::toString).toList();
        return new Subject(object, events, log.isEmpty() ? Map.of() : Map.of("app", log));
    }

    private static ObjectNode pod(Map<?, ?> entry) {
        ObjectNode pod = JSON.createObjectNode().put("apiVersion", "v1").put("kind", "Pod");
        ObjectNode metadata = pod.putObject("metadata").put("name", "app-1");
        if (entry.containsKey("labels")) {
            metadata.set(
                    "labels", JSON.valueToTree(LABELS.get(entry.get("labels").toString())));
        }
        ObjectNode status = pod.putObject("status");
        status.put("phase", entry.containsKey("phase") ? entry.get("phase").toString() : "Pending");
        if (entry.containsKey("reason")) {
            status.put("reason", entry.get("reason").toString());
        }
        ArrayNode conditions = status.putArray("conditions");
        if (entry.containsKey("ready")) {
            conditions.addObject().put("type", "Ready").put("status", "True");
        }
        if (entry.containsKey("unschedulable")) {
            conditions
                    .addObject()
                    .put("type", "PodScheduled")
                    .put("status", "False")
                    .put("message", entry.get("unschedulable").toString());
        }
        container(entry, status);
        return pod;
    }

    private static void container(Map<?, ?> entry, ObjectNode status) {
        ObjectNode container = status.putArray("containerStatuses").addObject();
        container.put("name", "app").put("image", "example.org/app:1");
        if (entry.get("waiting") instanceof List<?> waiting) {
            container
                    .putObject("state")
                    .putObject("waiting")
                    .put("reason", waiting.get(0).toString())
                    .put("message", waiting.get(1).toString());
        }
        if (entry.get("ended") instanceof List<?> ended) {
            container
                    .putObject("lastState")
                    .putObject("terminated")
                    .put("reason", ended.get(0).toString())
                    .put("exitCode", (Integer) ended.get(1));
        }
    }

    private static List<?> list(Object value) {
        return value instanceof List<?> list ? list : List.of();
    }
}
