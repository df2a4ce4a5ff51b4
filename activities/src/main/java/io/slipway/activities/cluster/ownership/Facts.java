package io.slipway.activities.cluster.ownership;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.activities.cluster.apply.Applied;
import io.slipway.activities.cluster.compare.ChangedPaths;
import io.slipway.activities.cluster.inventory.Entry;
import io.slipway.activities.cluster.inventory.Inventory;
import io.slipway.activities.step.StepContext;
import io.slipway.model.journal.Change;
import io.slipway.model.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Records what became of objects, seen from the beginning of the try, also when a worker was lost in its middle. */
final class Facts {
    private final StepContext context;
    private final Inventory inventory;

    Facts(StepContext context, Inventory inventory) {
        this.context = context;
        this.inventory = inventory;
    }

    Placed record(List<Applied> applied) {
        List<Change> changes = new ArrayList<>();
        for (Applied each : applied) {
            Change change = fact(each);
            context.recorder().change(change);
            changes.add(change);
        }
        String step = context.task().step();
        long stale = inventory.entries().values().stream()
                .filter(entry -> entry.stale() && entry.step().equals(step))
                .count();
        return new Placed(applied, changes, stale);
    }

    private Change fact(Applied applied) {
        Entry.Origin origin = inventory
                .get(applied.desired().ref())
                .map(Entry::origin)
                .filter(known -> known.key().equals(context.task().shortKey()))
                .orElse(Entry.Origin.NONE);
        if (origin.equals(Entry.Origin.NONE)) {
            return change(applied, applied.kind(), applied.fields(), Optional.empty());
        }
        if (origin.absent()) {
            return change(applied, Change.Kind.CREATED, List.of(), Optional.empty());
        }
        Optional<String> before = Optional.of(origin.before()).filter(hash -> !hash.isEmpty());
        List<String> fields = before.flatMap(context.blobs()::text)
                .map(text -> ChangedPaths.between(Json.read(text, JsonNode.class), applied.after()))
                .orElseGet(applied::fields);
        // of a Secret nothing is kept that could tell: it was to be changed, and is as it should be
        boolean same = applied.kind() == Change.Kind.UNCHANGED && fields.isEmpty() && before.isPresent();
        return change(applied, same ? Change.Kind.UNCHANGED : Change.Kind.CONFIGURED, fields, before);
    }

    private static Change change(Applied applied, Change.Kind kind, List<String> fields, Optional<String> before) {
        ObjectRef ref = applied.desired().ref();
        return new Change(
                kind, ref.apiVersion(), ref.kind(), ref.namespace(), ref.name(), applied.uid(), fields, before, true);
    }
}
