package io.slipway.sandbox.api.resource;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.api.http.Json;
import io.slipway.sandbox.api.table.TableView;
import java.util.List;
import java.util.Optional;

/** Writes objects in the form the client asked for: as they are, as a table, or their metadata only. */
final class Outgoing {

    private Outgoing() {}

    static void object(Call call, int code, ObjectNode object) {
        ObjectNode shown = call.inVersion(object);
        ObjectNode body = switch (Form.of(call.exchange())) {
            case OBJECT -> shown;
            case METADATA -> metadata(shown, "PartialObjectMetadata");
            case TABLE -> table(call).of(List.of(shown), object.path("metadata"));
        };
        call.exchange().respond(code, body);
    }

    static void list(Call call, List<ObjectNode> page, long version, Optional<String> next, int remaining) {
        ObjectNode meta = Json.object().put("resourceVersion", Long.toString(version));
        next.ifPresent(token -> meta.put("continue", token));
        if (remaining > 0) {
            meta.put("remainingItemCount", remaining);
        }
        List<ObjectNode> shown = page.stream().map(call::inVersion).toList();
        Form form = Form.of(call.exchange());
        if (form == Form.TABLE) {
            call.exchange().respond(200, table(call).of(shown, meta));
            return;
        }
        boolean whole = form == Form.OBJECT;
        ObjectNode list = Json.object()
                .put("kind", whole ? call.kind().kind() + "List" : "PartialObjectMetadataList")
                .put("apiVersion", whole ? call.apiVersion() : "meta.k8s.io/v1");
        list.set("metadata", meta);
        ArrayNode items = list.putArray("items");
        shown.forEach(object -> items.add(whole ? item(call, object) : metadata(object, "PartialObjectMetadata")));
        call.exchange().respond(200, list);
    }

    /** A list of a built-in kind names that kind only once. */
    private static ObjectNode item(Call call, ObjectNode object) {
        if (!call.served().builtIn()) {
            return object;
        }
        ObjectNode item = Json.object();
        item.setAll(object);
        return item.remove(List.of("kind", "apiVersion"));
    }

    static TableView table(Call call) {
        return TableView.of(call.kind(), call.exchange().query("includeObject").orElse("Metadata"));
    }

    static ObjectNode metadata(ObjectNode object, String kind) {
        ObjectNode partial = Json.object().put("kind", kind).put("apiVersion", "meta.k8s.io/v1");
        partial.set("metadata", object.path("metadata"));
        return partial;
    }
}
