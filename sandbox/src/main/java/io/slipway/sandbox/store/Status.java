package io.slipway.sandbox.store;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;

/**
 * A {@code Status} of the API for a request that failed.
 *
 * @param code the HTTP code
 * @param reason the machine-readable reason, such as {@code NotFound}
 * @param message what went wrong, for people
 * @param details about which object, and why
 */
public record Status(int code, String reason, String message, Details details) {

    /** Refuses missing texts. */
    public Status {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(details, "details");
    }

    /**
     * About which object a status speaks.
     *
     * @param group the API group
     * @param kind the kind or, as the API does it, mostly the resource's plural
     * @param name the object's name
     * @param uid the object's uid
     * @param causes the single mistakes
     * @param retryAfterSeconds when to try again, 0 for unknown
     */
    public record Details(
            String group, String kind, String name, String uid, List<Cause> causes, int retryAfterSeconds) {

        /** Details that say nothing. */
        public static final Details NONE = new Details("", "", "", "", List.of(), 0);

        /** Keeps the causes unmodifiable. */
        public Details {
            causes = List.copyOf(causes);
        }
    }

    /**
     * One mistake.
     *
     * @param reason such as {@code FieldValueInvalid}
     * @param message the mistake, for people
     * @param field the field's path, such as {@code spec.replicas}; empty when it is about no field
     */
    public record Cause(String reason, String message, String field) {}

    /**
     * The status as the API writes it.
     *
     * @return an object of kind {@code Status}
     */
    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("kind", "Status").put("apiVersion", "v1").putObject("metadata");
        json.put("status", "Failure").put("message", message);
        putText(json, "reason", reason);
        ObjectNode into = json.putObject("details");
        putText(into, "name", details.name());
        putText(into, "group", details.group());
        putText(into, "kind", details.kind());
        putText(into, "uid", details.uid());
        if (!details.causes().isEmpty()) {
            var causes = into.putArray("causes");
            details.causes().forEach(cause -> putCause(causes.addObject(), cause));
        }
        if (details.retryAfterSeconds() > 0) {
            into.put("retryAfterSeconds", details.retryAfterSeconds());
        }
        if (into.isEmpty()) {
            json.remove("details");
        }
        return json.put("code", code);
    }

    private static void putCause(ObjectNode into, Cause cause) {
        into.put("reason", cause.reason()).put("message", cause.message());
        putText(into, "field", cause.field());
    }

    private static void putText(ObjectNode into, String field, String value) {
        if (!value.isEmpty()) {
            into.put(field, value);
        }
    }
}
