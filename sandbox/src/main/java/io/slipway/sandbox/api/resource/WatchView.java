package io.slipway.sandbox.api.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.api.http.Json;
import io.slipway.sandbox.api.table.TableView;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.StoreEvent;
import java.util.List;
import java.util.Optional;

/** The changes of a store as one watch shows them: only selected objects, in the form the client asked for. */
final class WatchView {

    private final Call call;
    private final Selection selection;
    private final Form form;
    private final boolean bookmarks;
    private boolean columnsSent;

    WatchView(Call call, Selection selection) {
        this.call = call;
        this.selection = selection;
        this.form = Form.of(call.exchange());
        this.bookmarks = call.exchange().flag("allowWatchBookmarks");
    }

    Call call() {
        return call;
    }

    boolean bookmarks() {
        return bookmarks;
    }

    Optional<ObjectNode> present(ObjectNode object) {
        return selection.test().test(object) ? Optional.of(event("ADDED", shown(object))) : Optional.empty();
    }

    /** An object that begins or ceases to be selected is added or deleted for this client. */
    Optional<ObjectNode> of(StoreEvent event) {
        boolean before = event.previous().filter(selection.test()).isPresent();
        boolean now =
                event.type() != StoreEvent.Type.DELETED && selection.test().test(event.object());
        if (now) {
            return Optional.of(event(before ? "MODIFIED" : "ADDED", shown(event.object())));
        }
        return before ? Optional.of(event("DELETED", shown(last(event)))) : Optional.empty();
    }

    ObjectNode bookmark(long version, boolean initialEnd) {
        ObjectNode object = Json.object().put("kind", call.kind().kind()).put("apiVersion", call.apiVersion());
        Meta.of(object).put("resourceVersion", Long.toString(version)).putNull("creationTimestamp");
        if (initialEnd) {
            Meta.of(object).putObject("annotations").put("k8s.io/initial-events-end", "true");
        }
        return event("BOOKMARK", form == Form.TABLE ? table().of(List.of(), Meta.of(object)) : object);
    }

    static ObjectNode event(String type, ObjectNode object) {
        ObjectNode event = Json.object().put("type", type);
        event.set("object", object);
        return event;
    }

    private static ObjectNode last(StoreEvent event) {
        ObjectNode last = event.previous().orElse(event.object()).deepCopy();
        Meta.of(last).put("resourceVersion", Long.toString(event.resourceVersion()));
        return last;
    }

    private ObjectNode shown(ObjectNode stored) {
        ObjectNode object = call.inVersion(stored);
        return switch (form) {
            case OBJECT -> object;
            case METADATA -> Outgoing.metadata(object, "PartialObjectMetadata");
            case TABLE -> table().of(List.of(object), object.path("metadata"));
        };
    }

    /** Only the first table of a watch names its columns. */
    private TableView table() {
        TableView view = Outgoing.table(call).withColumns(!columnsSent);
        columnsSent = true;
        return view;
    }
}
