package io.slipway.sandbox.api.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.slipway.sandbox.api.apply.FieldManagement;
import io.slipway.sandbox.store.CrdSchemas;
import io.slipway.sandbox.store.ObjectStore;

/** Finds the field management of a request's kind, and who writes. */
final class Fields {

    private Fields() {}

    static FieldManagement of(ObjectStore store, Call call) {
        JsonNode schema = call.served().builtIn() ? MissingNode.getInstance() : CrdSchemas.of(store, call.kind());
        return FieldManagement.of(call.served(), schema);
    }

    static FieldManagement.Writer writer(Call call) {
        return new FieldManagement.Writer(
                manager(call), call.apiVersion(), call.info().subresource());
    }

    /** Without a field manager the client's name stands for it. */
    private static String manager(Call call) {
        return call.exchange().query("fieldManager").orElseGet(() -> {
            String agent = call.exchange().header("User-Agent");
            int end = agent.indexOf('/');
            String name = end < 0 ? agent : agent.substring(0, end);
            return name.isEmpty() ? "unknown" : name;
        });
    }
}
