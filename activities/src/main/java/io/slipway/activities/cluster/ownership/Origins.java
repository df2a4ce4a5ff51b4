package io.slipway.activities.cluster.ownership;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.activities.cluster.apply.Desired;
import io.slipway.activities.cluster.apply.Existing;
import io.slipway.activities.cluster.compare.AppliedEquality;
import io.slipway.activities.cluster.compare.ManagedFields;
import io.slipway.activities.cluster.inventory.Entry;
import io.slipway.activities.step.StepContext;
import io.slipway.model.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a try found before it changed anything, kept in the inventory: when its worker is lost, its successor under the
 * same key still knows which objects are new and what the others were.
 */
final class Origins {
    private final StepContext context;
    private final String manager;

    Origins(StepContext context, String manager) {
        this.context = context;
        this.manager = manager;
    }

    Map<ObjectRef, Entry.Origin> of(List<Desired> objects, Existing before) {
        Map<ObjectRef, Entry.Origin> origins = new LinkedHashMap<>();
        objects.forEach(each -> origins.put(each.ref(), origin(each, before.get(each.ref()))));
        return origins;
    }

    private Entry.Origin origin(Desired desired, Optional<JsonNode> before) {
        String key = context.task().shortKey();
        if (before.isEmpty()) {
            return new Entry.Origin(key, true, "");
        }
        boolean same = ManagedFields.applied(before.get(), manager)
                .filter(owned -> AppliedEquality.same(desired.tree(), before.get(), owned))
                .isPresent();
        return same ? Entry.Origin.NONE : new Entry.Origin(key, false, kept(before.get()));
    }

    /** Secrets stay in the cluster. */
    private String kept(JsonNode object) {
        return object.path("kind").asText().equals("Secret")
                ? ""
                : context.blobs().putText(Json.write(object));
    }
}
