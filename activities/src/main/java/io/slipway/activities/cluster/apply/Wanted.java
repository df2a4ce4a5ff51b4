package io.slipway.activities.cluster.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.activities.cluster.compare.AppliedEquality;
import io.slipway.activities.cluster.compare.ManagedFields;
import io.slipway.activities.cluster.owner.Owner;
import java.util.Optional;

/**
 * What an owner wants of an object, held against what is there: the same for who applies it and who only foresees it.
 *
 * @param desired the object
 * @param owner whose it is to be
 */
record Wanted(Desired desired, Owner owner) {

    /** Whether nothing need be written. */
    boolean stays(JsonNode live) {
        Optional<JsonNode> owned = ManagedFields.applied(live, owner.manager());
        return owned.isPresent()
                ? AppliedEquality.same(desired.tree(), live, owned.get())
                : desired.isNamespace() && !wantsMore(live);
    }

    /** A Namespace that somebody else made is left alone when it has what is wanted beside our labels. */
    private boolean wantsMore(JsonNode live) {
        JsonNode labels = live.path("metadata").path("labels");
        return desired.tree()
                        .path("metadata")
                        .path("labels")
                        .propertyStream()
                        .filter(label -> !label.getKey().startsWith("slipway.io/"))
                        .anyMatch(label -> !label.getValue().equals(labels.path(label.getKey())))
                || desired.tree().path("metadata").has("annotations");
    }

    /** What is sent: a Namespace that somebody else made does not become ours. */
    ObjectNode tree(Optional<JsonNode> before) {
        return desired.isNamespace() && before.isPresent() && !owner.has(before.get())
                ? FieldConflicts.withoutOurLabels(desired.tree())
                : desired.tree();
    }
}
