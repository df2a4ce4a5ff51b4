package io.slipway.activities.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.activities.cluster.named.NamedObject;
import io.slipway.activities.step.StepContext;
import io.slipway.model.journal.Change;
import io.slipway.model.journal.StepDetail;
import io.slipway.model.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * An object as it was before the step's first try that changed it.
 *
 * @param tree the object
 * @param fields the paths that changed
 */
record Before(JsonNode tree, List<String> fields) {
    Before {
        fields = List.copyOf(fields);
    }

    /** What the details of the step's tries tell; empty when none changed anything. */
    static Optional<Before> of(StepContext context) {
        return context.task().previousDetail().stream()
                .flatMap(hash -> context.blobs().text(hash).stream())
                .flatMap(text -> Json.read(text, StepDetail.class).changes().stream())
                .filter(change -> change.kind() == Change.Kind.CONFIGURED)
                .flatMap(change -> change.before().flatMap(context.blobs()::text).stream()
                        .map(text -> new Before(Json.read(text, JsonNode.class), change.fields())))
                .findFirst();
    }

    /** What the mark of a try tells that left no details, since its worker was lost. */
    static Optional<Before> ofLostTry(NamedObject live, StepContext context) {
        PatchMark mark = PatchMark.on(live, context.task());
        return context.task().lostTries().stream()
                .filter(lost -> mark.isOf(context.task().ofTry(lost)))
                .findFirst()
                .flatMap(lost -> mark.made(context.blobs()))
                .map(made -> new Before(made.before(), made.fields()));
    }

    /**
     * A merge patch that gives the changed fields their values back. A list is given back whole, also when only one of
     * its elements was changed.
     */
    ObjectNode patchFor(JsonNode live) {
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        fields.forEach(field -> put(patch, tree, live, field));
        return patch;
    }

    /** Names in paths may hold dots themselves, so the object's own names tell where one ends. */
    private static void put(ObjectNode patch, JsonNode before, JsonNode live, String path) {
        for (String name : names(before, live)) {
            if (path.equals(name) || path.startsWith(name + "[")) {
                patch.set(name, before.has(name) ? before.get(name) : NullNode.getInstance());
                return;
            }
            if (path.startsWith(name + ".")) {
                if (!before.path(name).isObject() || !live.path(name).isObject()) {
                    patch.set(name, before.has(name) ? before.get(name) : NullNode.getInstance());
                    return;
                }
                String rest = path.substring(name.length() + 1);
                put(patch.withObjectProperty(name), before.path(name), live.path(name), rest);
                return;
            }
        }
    }

    /** Longer names first, since one may begin another. */
    private static Set<String> names(JsonNode before, JsonNode live) {
        Set<String> names = new TreeSet<>(
                (a, b) -> a.length() == b.length() ? a.compareTo(b) : Integer.compare(b.length(), a.length()));
        before.fieldNames().forEachRemaining(names::add);
        live.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
