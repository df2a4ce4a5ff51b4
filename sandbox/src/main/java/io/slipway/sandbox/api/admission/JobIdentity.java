package io.slipway.sandbox.api.admission;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.store.Meta;
import java.util.Optional;

/** Gives a job the selector and the labels by which it knows its pods. */
final class JobIdentity {

    private static final String UID = "batch.kubernetes.io/controller-uid";
    private static final String NAME = "batch.kubernetes.io/job-name";

    private JobIdentity() {}

    static void complete(ObjectNode job, Optional<ObjectNode> previous) {
        if (!(job.get("spec") instanceof ObjectNode spec)
                || spec.path("manualSelector").asBoolean()) {
            return;
        }
        if (previous.isPresent()) {
            keepSelector(previous.get(), spec);
            if (!spec.has("selector")) {
                return;
            }
        } else {
            spec.putObject("selector").putObject("matchLabels").put(UID, Meta.uid(job));
        }
        ObjectNode labels = spec.withObject("/template/metadata/labels");
        labels.put("controller-uid", Meta.uid(job)).put(UID, Meta.uid(job));
        labels.put("job-name", Meta.name(job)).put(NAME, Meta.name(job));
    }

    private static void keepSelector(ObjectNode old, ObjectNode spec) {
        if (!spec.has("selector") && old.path("spec").has("selector")) {
            spec.set("selector", old.path("spec").get("selector"));
        }
    }
}
