package io.slipway.activities.rollout;

import io.slipway.activities.store.BlobStore;
import io.slipway.model.json.Json;
import io.slipway.model.plan.Plan;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Plans in the blob store, under the hash of their text, so that they are found from a journal; files are blobs of their own. */
public final class KeptPlans {
    private final BlobStore blobs;

    /** Plans in that store. */
    public KeptPlans(BlobStore blobs) {
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

    /** A plan with the files of its steps, as far as they are there. */
    public Optional<Plan> whole(String hash) {
        return find(hash).map(this::withFiles);
    }

    private Plan withFiles(Plan plan) {
        Map<String, String> files = new HashMap<>();
        Stream.concat(plan.steps().stream(), plan.finallySteps().stream())
                .flatMap(step -> step.files().values().stream())
                .distinct()
                .forEach(file -> blobs.text(file).ifPresent(text -> files.put(file, text)));
        return new Plan(plan.header(), plan.stages(), plan.finallySteps(), files);
    }
}
