package io.slipway.sandbox.api.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One entry of {@code managedFields}.
 *
 * @param name the manager's name
 * @param operation {@code Apply} or {@code Update}
 * @param apiVersion the version the fields are written in
 * @param subresource {@code status} and the like, empty for the object itself
 * @param time when its fields last changed
 * @param fields what it owns
 */
record Manager(String name, String operation, String apiVersion, String subresource, String time, FieldSet fields) {

    static final String APPLY = "Apply";
    static final String UPDATE = "Update";

    static Manager read(JsonNode entry) {
        return new Manager(
                entry.path("manager").asText(),
                entry.path("operation").asText(),
                entry.path("apiVersion").asText(),
                entry.path("subresource").asText(""),
                entry.path("time").asText(""),
                FieldSet.fromJson(entry.path("fieldsV1")));
    }

    /** Whether it is the same manager; an applier stays the same whatever version it writes. */
    boolean same(Manager other) {
        return name.equals(other.name)
                && operation.equals(other.operation)
                && subresource.equals(other.subresource)
                && (operation.equals(APPLY) || apiVersion.equals(other.apiVersion));
    }

    Manager owning(FieldSet other) {
        return new Manager(name, operation, apiVersion, subresource, time, other);
    }

    /** As the messages of conflicts name it. */
    String show() {
        String text = "\"" + name + "\"";
        if (!subresource.isEmpty()) {
            text += " with subresource \"" + subresource + "\"";
        }
        return operation.equals(UPDATE) ? text + " using " + apiVersion : text;
    }

    void write(ObjectNode into) {
        into.put("manager", name).put("operation", operation).put("apiVersion", apiVersion);
        if (!time.isEmpty()) {
            into.put("time", time);
        }
        into.put("fieldsType", "FieldsV1").set("fieldsV1", fields.toJson());
        if (!subresource.isEmpty()) {
            into.put("subresource", subresource);
        }
    }
}
