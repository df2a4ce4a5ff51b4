package io.slipway.activities.cluster.drift;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.compare.ManagedFields;
import io.slipway.activities.cluster.owner.Owner;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Who wrote an object after us, and which fields. */
final class LateWriters {
    private static final int MOST = 5;

    private LateWriters() {}

    static String of(JsonNode live, Owner owner) {
        String ours = ManagedFields.entries(live).stream()
                .filter(entry -> entry.path("manager").asText().equals(owner.manager()))
                .map(entry -> entry.path("time").asText(""))
                .max(String::compareTo)
                .orElse("");
        String others = ManagedFields.entries(live).stream()
                .filter(entry -> !owner.owns(entry.path("manager").asText()))
                .filter(entry -> entry.path("subresource").asText("").isEmpty())
                .filter(entry -> entry.path("time").asText("").compareTo(ours) >= 0)
                .map(entry -> entry.path("manager").asText() + " wrote " + fields(entry.path("fieldsV1")))
                .collect(Collectors.joining("; "));
        return others.isEmpty() ? "applied fields have changed" : others;
    }

    private static String fields(JsonNode fields) {
        List<String> paths = new ArrayList<>();
        collect(fields, "", paths);
        String shown = paths.stream().limit(MOST).collect(Collectors.joining(", "));
        return paths.size() > MOST ? shown + " and " + (paths.size() - MOST) + " more" : shown;
    }

    private static void collect(JsonNode fields, String path, List<String> paths) {
        if (fields.isEmpty()) {
            paths.add(path);
            return;
        }
        fields.properties().forEach(entry -> {
            String element = entry.getKey();
            if (!element.equals(".")) {
                String step = element.startsWith("f:") ? "." + element.substring(2) : "[" + element.substring(2) + "]";
                collect(entry.getValue(), path + step, paths);
            }
        });
    }
}
