package io.slipway.sandbox.api.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.api.defaults.Normal;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.Refusals;

/** Checks that an object in a request is of the kind, namespace and name of the request's path. */
final class Incoming {

    private Incoming() {}

    static ObjectNode check(Call call, ObjectNode object) {
        kind(call, object);
        String namespace = Meta.namespace(object);
        if (call.kind().namespaced()) {
            if (!namespace.isEmpty() && !namespace.equals(call.namespace())) {
                throw Refusals.badRequest(
                        "the namespace of the provided object does not match the namespace sent on the request");
            }
            Meta.of(object).put("namespace", call.namespace());
        } else {
            Meta.of(object).remove("namespace");
        }
        String name = call.info().name();
        if (!name.isEmpty() && !name.equals(Meta.name(object))) {
            if (!Meta.name(object).isEmpty()) {
                throw Refusals.badRequest("the name of the object (%s) does not match the name on the URL (%s)"
                        .formatted(Meta.name(object), name));
            }
            Meta.of(object).put("name", name);
        }
        Normal.form(object);
        return object.put("apiVersion", call.kind().apiVersion());
    }

    private static void kind(Call call, ObjectNode object) {
        String apiVersion = object.path("apiVersion").asText("");
        String kind = object.path("kind").asText("");
        if (!apiVersion.isEmpty() && !apiVersion.equals(call.apiVersion())) {
            throw Refusals.badRequest("the API version in the data (%s) does not match the expected API version (%s)"
                    .formatted(apiVersion, call.apiVersion()));
        }
        if (!kind.isEmpty() && !kind.equals(call.kind().kind())) {
            throw Refusals.badRequest("%s in version \"%s\" cannot be handled as a %s"
                    .formatted(kind, call.info().version(), call.kind().kind()));
        }
        object.put("kind", call.kind().kind());
    }
}
