package io.slipway.sandbox.api.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.api.http.Json;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.store.Refusals;
import java.io.IOException;
import java.util.function.UnaryOperator;

/** The {@code scale} subresource: the replicas of an object as an object of its own. */
final class Scales {

    private final ObjectStore store;

    Scales(ObjectStore store) {
        this.store = store;
    }

    void answer(Call call) throws IOException {
        ScalePaths paths = ScalePaths.of(store, call.served());
        switch (call.info().verb()) {
            case "get" -> call.exchange().respond(200, scale(paths, current(call)));
            case "update" -> {
                ObjectNode wanted = call.exchange().bodyObject();
                call.exchange().respond(200, scale(paths, change(call, paths, now -> wanted)));
            }
            case "patch" -> {
                String type =
                        call.exchange().header("Content-Type").split(";", -1)[0].strip();
                var patch = Patches.of(type, call.exchange().body(), call.served());
                call.exchange().respond(200, scale(paths, change(call, paths, patch)));
            }
            default -> throw Methods.notAllowed();
        }
    }

    private ObjectNode current(Call call) {
        String name = call.info().name();
        return store.view(call.kind(), call.namespace(), name).orElseThrow(() -> Refusals.notFound(call.kind(), name));
    }

    private ObjectNode change(Call call, ScalePaths paths, UnaryOperator<ObjectNode> change) {
        return store.update(
                call.kind(),
                call.namespace(),
                call.info().name(),
                now -> {
                    JsonNode wanted = change.apply(scale(paths, now));
                    ObjectNode next = now.deepCopy();
                    JsonNode version = wanted.path("metadata").path("resourceVersion");
                    if (version.isTextual()) {
                        Meta.of(next).set("resourceVersion", version);
                    }
                    paths.replicas(next, wanted.path("spec").path("replicas").asInt());
                    Fields.of(store, call).update(now, next, Fields.writer(call));
                    return next;
                },
                call.mode());
    }

    private static ObjectNode scale(ScalePaths paths, ObjectNode object) {
        ObjectNode scale = Json.object().put("kind", "Scale").put("apiVersion", "autoscaling/v1");
        ObjectNode meta = ((ObjectNode) object.path("metadata")).deepCopy();
        scale.set("metadata", meta.retain("name", "namespace", "uid", "resourceVersion", "creationTimestamp"));
        scale.putObject("spec").put("replicas", paths.replicas(object));
        ObjectNode status = scale.putObject("status").put("replicas", paths.statusReplicas(object));
        String selector = paths.selector(object);
        if (!selector.isEmpty()) {
            status.put("selector", selector);
        }
        return scale;
    }
}
