package io.slipway.sandbox.api.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.store.Refusals;
import io.slipway.sandbox.store.StoreList;
import java.util.List;
import java.util.Optional;

/** Gets one object, lists many. */
final class Reads {

    private final ObjectStore store;

    Reads(ObjectStore store) {
        this.store = store;
    }

    void get(Call call) {
        String name = call.info().name();
        ObjectNode object =
                store.view(call.kind(), call.namespace(), name).orElseThrow(() -> Refusals.notFound(call.kind(), name));
        Outgoing.object(call, 200, object);
    }

    void list(Call call) {
        Selection selection = Selection.of(call);
        StoreList all = store.views(call.kind(), call.namespace());
        List<ObjectNode> selected = selection.from(all.objects());
        Optional<Continuation> from = call.exchange().query("continue").map(Continuation::decode);
        int start = from.map(token -> token.indexIn(selected)).orElse(0);
        long version = from.map(Continuation::version).orElse(all.resourceVersion());
        long limit = call.exchange().number("limit").orElse(0L);
        int end = limit > 0 ? (int) Math.min(selected.size(), start + limit) : selected.size();
        List<ObjectNode> page = selected.subList(start, end);
        Optional<String> next = end < selected.size()
                ? Optional.of(
                        new Continuation(version, Meta.namespace(page.getLast()), Meta.name(page.getLast())).encode())
                : Optional.empty();
        int remaining = selection.everything() ? selected.size() - end : 0;
        Outgoing.list(call, page, version, next, remaining);
    }
}
