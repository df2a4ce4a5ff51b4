package io.slipway.activities.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.activities.cluster.api.ApiKind;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.action.Route;
import java.util.Optional;

/** One way to open a service to the outside. */
interface Opening {
    /** The kind of object. */
    ApiKind kind();

    /** The object as it is applied. */
    ObjectNode object();

    /**
     * Where the object was admitted; empty while it was not.
     *
     * @throws StepFailure when it was refused
     */
    Optional<Admitted> admitted(JsonNode live);

    /** What to do when nobody looks at the object. */
    String whenNobodyLooks();

    /**
     * An object that was admitted.
     *
     * @param host the host under which it answers
     * @param address address of the controller, for hosts that no name server knows; empty when it is not said
     */
    record Admitted(String host, Optional<String> address) {}

    /** The name of a step's object. */
    static String name(Route action) {
        return action.name().orElse(action.service());
    }

    /** The object without its spec. */
    static ObjectNode bare(ApiKind kind, Route action, String namespace) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("apiVersion", kind.apiVersion()).put("kind", kind.kind());
        ObjectNode metadata = object.putObject("metadata");
        metadata.put("name", name(action)).put("namespace", namespace);
        action.labels().forEach(metadata.putObject("labels")::put);
        if (!action.annotations().isEmpty()) {
            action.annotations().forEach(metadata.putObject("annotations")::put);
        }
        return object;
    }

    /** The refusal of a field that this way has no place for. */
    static StepFailure unfit(String field, String why, String fix) {
        return StepFailure.permanent("'" + field + "' is not supported here", why, fix);
    }
}
