package io.slipway.activities.cluster.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.model.json.Json;
import java.util.List;
import java.util.stream.Collectors;

/** One ConfigMap of an inventory: an entry a line, under {@code data.entries}. */
record Shard(int number, String resourceVersion, List<Entry> entries) {
    static final String LABEL = "slipway.io/inventory";

    Shard {
        entries = List.copyOf(entries);
    }

    static Shard read(JsonNode configMap) {
        String name = configMap.path("metadata").path("name").asText();
        return new Shard(
                Integer.parseInt(name.substring(name.lastIndexOf('-') + 1)),
                configMap.path("metadata").path("resourceVersion").asText(),
                configMap
                        .path("data")
                        .path("entries")
                        .asText("")
                        .lines()
                        .filter(line -> !line.isBlank())
                        .map(line -> Json.read(line, Entry.class))
                        .toList());
    }

    Shard with(List<Entry> others) {
        return new Shard(number, resourceVersion, others);
    }

    boolean isNew() {
        return resourceVersion.isEmpty();
    }

    String text() {
        return entries.stream().map(Json::write).collect(Collectors.joining("\n"));
    }

    ObjectNode configMap(InventoryName name) {
        ObjectNode map = JsonNodeFactory.instance.objectNode();
        map.put("apiVersion", "v1").put("kind", "ConfigMap");
        ObjectNode metadata = map.putObject("metadata");
        metadata.put("name", name.shard(number)).put("namespace", name.namespace());
        if (!isNew()) {
            metadata.put("resourceVersion", resourceVersion);
        }
        metadata.putObject("labels").put(LABEL, name.label());
        map.putObject("data").put("entries", text());
        return map;
    }
}
