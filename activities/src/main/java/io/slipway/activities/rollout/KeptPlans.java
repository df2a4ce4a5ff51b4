package io.slipway.activities.rollout;

import io.slipway.activities.store.BlobStore;
import io.slipway.model.json.Json;
import io.slipway.model.plan.Plan;
import java.util.Map;
import java.util.Optional;

/** Plans in the blob store, under the hash of their text, so that they are found from a journal; files are blobs of their own. */
final class KeptPlans {
    private final BlobStore blobs;

    KeptPlans(BlobStore blobs) {
        this.blobs = blobs;
    }

    /** Keeps a plan with its files; answers its hash. */
    String keep(Plan plan) {
        plan.files().values().forEach(blobs::putText);
        Plan bare = new Plan(plan.header(), plan.stages(), plan.finallySteps(), Map.of());
        return blobs.putText(Json.write(bare));
    }

    Optional<Plan> find(String hash) {
        return blobs.text(hash).map(text -> Json.read(text, Plan.class));
    }
}
