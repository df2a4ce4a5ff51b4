package io.slipway.activities.job.run;

import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.activities.step.Recorder;
import io.slipway.model.journal.Change;
import java.util.List;
import java.util.Optional;

/** The fact that a job was started, as the journal keeps it; undo finds the job by it. */
public final class JobFacts {
    /** Kind under which a Flink job is noted: it is no object of Kubernetes. */
    public static final String FLINK_JOB = "FlinkJob";

    private JobFacts() {}

    /** Notes a one-shot object that was made. */
    public static void created(Recorder recorder, ObjectRef ref, String uid) {
        recorder.change(new Change(
                Change.Kind.CREATED,
                ref.apiVersion(),
                ref.kind(),
                ref.namespace(),
                ref.name(),
                uid,
                List.of(),
                Optional.empty(),
                false));
    }
}
