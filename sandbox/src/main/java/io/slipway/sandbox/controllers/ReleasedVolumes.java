package io.slipway.sandbox.controllers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.store.Deletion;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.store.StatusException;
import java.util.List;

/** The volumes whose claim is gone: deleted, or released, as their reclaim policy says. */
final class ReleasedVolumes {
    private final ObjectStore store;

    ReleasedVolumes(ObjectStore store) {
        this.store = store;
    }

    /** The claim that a volume belongs to. */
    static List<Key> claimOf(ObjectNode volume) {
        JsonNode claim = volume.path("spec").path("claimRef");
        return claim.hasNonNull("name")
                ? List.of(new Key(
                        claim.path("namespace").asText(), claim.path("name").asText()))
                : List.of();
    }

    /** Gives back the volumes of claims that had a name before. */
    void settle(Key claim, String present) {
        for (ObjectNode volume : store.views(Kinds.PERSISTENT_VOLUME, "").objects()) {
            String uid = volume.path("spec").path("claimRef").path("uid").asText("");
            if (claimOf(volume).contains(claim) && !uid.isEmpty() && !uid.equals(present)) {
                settle(volume);
            }
        }
    }

    private void settle(ObjectNode volume) {
        String policy =
                volume.path("spec").path("persistentVolumeReclaimPolicy").asText("Retain");
        if (!policy.equals("Delete")) {
            store.mutateStatus(Kinds.PERSISTENT_VOLUME, "", Meta.name(volume), now -> {
                now.withObject("/status").put("phase", "Released");
                return now;
            });
            return;
        }
        try {
            store.delete(Kinds.PERSISTENT_VOLUME, "", Meta.name(volume), Deletion.BACKGROUND);
        } catch (StatusException gone) {
            // Somebody deleted it first.
            return;
        }
    }
}
