package io.slipway.sandbox.api.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.api.defaults.Defaults;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.store.Refusals;
import io.slipway.sandbox.store.Status;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;

/** Creates, updates and patches, and records who changed what. */
final class Writes {

    private final ObjectStore store;

    Writes(ObjectStore store) {
        this.store = store;
    }

    void create(Call call) throws IOException {
        ObjectNode object = Incoming.check(call, call.exchange().bodyObject());
        Typed.request(call).sent(object);
        if (Meta.name(object).isEmpty() && !object.path("metadata").hasNonNull("generateName")) {
            throw Refusals.invalid(
                    call.kind(),
                    "",
                    List.of(new Status.Cause(
                            "FieldValueRequired",
                            "Required value: name or generateName is required",
                            "metadata.name")));
        }
        if (Meta.version(object) > 0) {
            throw Refusals.refusal(
                    500, "", "resourceVersion should not be set on objects to be created", Status.Details.NONE);
        }
        call.exchange().about(Meta.name(object));
        if (call.served().has("status")) {
            object.remove("status");
        }
        Meta.of(object).remove("managedFields");
        Defaults.apply(call.kind(), object);
        Fields.of(store, call).update(object.objectNode(), object, Fields.writer(call));
        ObjectNode created = store.create(call.kind(), object, call.mode());
        call.exchange().about(Meta.name(created));
        Outgoing.object(call, 201, created);
    }

    void update(Call call) throws IOException {
        ObjectNode object = Incoming.check(call, call.exchange().bodyObject());
        Typed.request(call).sent(object);
        if (Meta.version(object) == 0 && !call.served().builtIn()) {
            throw Refusals.invalid(
                    call.kind(),
                    Meta.name(object),
                    List.of(new Status.Cause(
                            "FieldValueInvalid",
                            "Invalid value: 0x0: must be specified for an update",
                            "metadata.resourceVersion")));
        }
        Outgoing.object(call, 200, change(call, now -> object));
    }

    void patch(Call call) throws IOException {
        String type = call.exchange().header("Content-Type").split(";", -1)[0].strip();
        byte[] body = call.exchange().body();
        if (type.equals("application/apply-patch+yaml")) {
            new Applies(store).apply(call, body);
        } else {
            UnaryOperator<ObjectNode> patch = Patches.of(type, body, call.served());
            Outgoing.object(call, 200, change(call, now -> Typed.patched(call, patch.apply(now))));
        }
    }

    /** Changes the part of an object that the request is about: the object without its status, or its status. */
    private ObjectNode change(Call call, UnaryOperator<ObjectNode> change) {
        return store.update(
                call.kind(),
                call.namespace(),
                call.info().name(),
                now -> {
                    ObjectNode next = Incoming.check(call, change.apply(now.deepCopy()));
                    ObjectNode result = restricted(call, now, next);
                    Defaults.apply(call.kind(), result);
                    Fields.of(store, call).update(now, result, Fields.writer(call));
                    return result;
                },
                call.mode());
    }

    static ObjectNode restricted(Call call, ObjectNode now, ObjectNode next) {
        if (call.info().subresource().equals("status")) {
            ObjectNode result = now.deepCopy();
            copy(next, result, "status");
            JsonNode version = next.path("metadata").get("resourceVersion");
            Meta.of(result)
                    .set(
                            "resourceVersion",
                            version == null ? now.path("metadata").get("resourceVersion") : version);
            copy(Meta.of(next), Meta.of(result), "managedFields");
            return result;
        }
        if (call.served().has("status")) {
            copy(now, next, "status");
        }
        return next;
    }

    private static void copy(ObjectNode from, ObjectNode into, String field) {
        if (from.has(field)) {
            into.set(field, from.get(field).deepCopy());
        } else {
            into.remove(field);
        }
    }
}
