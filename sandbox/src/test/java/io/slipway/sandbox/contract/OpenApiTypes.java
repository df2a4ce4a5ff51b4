package io.slipway.sandbox.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The sandbox's table of types, made of a server's OpenAPI documents. */
final class OpenApiTypes {

    private static final String KINDS = "x-kubernetes-group-version-kind";
    private static final String MAP_TYPE = "x-kubernetes-map-type";

    private final Map<String, JsonNode> schemas = new TreeMap<>();
    private final Map<String, String> rows = new TreeMap<>();

    /** Takes the schemas of a document. */
    void add(JsonNode document) {
        document.at("/components/schemas").properties().forEach(entry -> schemas.put(entry.getKey(), entry.getValue()));
    }

    /** The rows for some kinds: a line for each kind, and one for each type that its objects may hold. */
    List<String> table(List<KindRow> kinds) {
        List<String> roots = new ArrayList<>();
        for (KindRow kind : kinds) {
            String group = kind.group().isEmpty() ? "" : "." + kind.group();
            roots.add("@" + kind.kind() + group + "\t" + struct(schemaOf(kind)));
        }
        roots.addAll(rows.values());
        return roots;
    }

    private String schemaOf(KindRow kind) {
        return schemas.entrySet().stream()
                .filter(entry -> entry.getValue().path(KINDS).size() == 1)
                .filter(entry -> of(kind, entry.getValue().path(KINDS).get(0)))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no schema for " + kind));
    }

    private static boolean of(KindRow kind, JsonNode named) {
        return named.path("group").asText().equals(kind.group())
                && named.path("version").asText().equals(kind.version())
                && named.path("kind").asText().equals(kind.kind());
    }

    /** Notes the row of a type with fields, and of those it uses; its name comes back. */
    private String struct(String schema) {
        String name = shortened(schema);
        if (rows.putIfAbsent(name, "") == null) {
            JsonNode type = schemas.get(schema);
            String fields = new TreeSet<>(type.path("properties").properties().stream()
                            .map(entry -> entry.getKey() + ":" + type(entry.getValue()) + marks(entry.getValue()))
                            .toList())
                    .stream().collect(Collectors.joining(" "));
            boolean atomic = type.path(MAP_TYPE).asText().equals("atomic");
            rows.put(name, name + "\t" + fields + (atomic ? "\tatomic" : ""));
        }
        return name;
    }

    /** {@code io.k8s.api.core.v1.Pod} is {@code core.v1.Pod}. */
    private static String shortened(String schema) {
        List<String> parts = List.of(schema.split("\\.", -1));
        return String.join(".", parts.subList(parts.size() - 3, parts.size()));
    }

    private String type(JsonNode field) {
        JsonNode reference = field.has("allOf") ? field.at("/allOf/0/$ref") : field.path("$ref");
        if (!reference.isMissingNode()) {
            return referred(reference.asText().substring(reference.asText().lastIndexOf('/') + 1));
        }
        return switch (field.path("type").asText()) {
            case "array" -> "[]" + type(field.path("items"));
            case "object" ->
                field.has("additionalProperties") ? "{}" + type(field.path("additionalProperties")) : "any";
            case "boolean" -> "bool";
            case "integer" -> field.path("format").asText();
            case "number" -> "float64";
            default -> text(field.path("format").asText());
        };
    }

    private static String text(String format) {
        return switch (format) {
            case "byte" -> "bytes";
            case "date-time" -> "time";
            case "int-or-string" -> "intOrString";
            default -> "string";
        };
    }

    private String referred(String schema) {
        JsonNode type = schemas.get(schema);
        if (type.has("properties")) {
            return struct(schema);
        }
        if (schema.endsWith(".Quantity")) {
            return "quantity";
        }
        return type.path("format").isMissingNode()
                ? "any"
                : text(type.path("format").asText());
    }

    private String marks(JsonNode field) {
        String whole = field.path(MAP_TYPE).asText("");
        return (whole.isEmpty() ? "" : ";" + whole) + list(field) + patch(field);
    }

    private String list(JsonNode field) {
        return switch (field.path("x-kubernetes-list-type").asText("")) {
            case "map" -> ";map=" + keys(field);
            case "set" -> ";set";
            default -> "";
        };
    }

    private String keys(JsonNode field) {
        List<String> keys = new ArrayList<>();
        JsonNode reference = field.at("/items/allOf/0/$ref");
        JsonNode item =
                schemas.get(reference.asText().substring(reference.asText().lastIndexOf('/') + 1));
        for (JsonNode key : field.path("x-kubernetes-list-map-keys")) {
            JsonNode preset = item.path("properties").path(key.asText()).path("default");
            keys.add(
                    !preset.isTextual() || preset.asText().isEmpty()
                            ? key.asText()
                            : key.asText() + "=" + preset.asText());
        }
        return String.join(",", keys);
    }

    private static String patch(JsonNode field) {
        String strategy = field.path("x-kubernetes-patch-strategy").asText("");
        if (strategy.startsWith("merge")) {
            String key = field.path("x-kubernetes-patch-merge-key").asText("");
            return key.isEmpty() ? ";merge" : ";merge=" + key;
        }
        return strategy.equals("replace") ? ";replace" : "";
    }
}
