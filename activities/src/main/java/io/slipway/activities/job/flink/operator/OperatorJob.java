package io.slipway.activities.job.flink.operator;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.job.run.OneShot;
import io.slipway.activities.reach.Reach;
import io.slipway.model.action.JobForm;
import io.slipway.model.spec.FilePath;
import java.util.List;
import java.util.Optional;

/**
 * A job for the operator, whichever of its kinds it is.
 *
 * @param kind {@code FlinkDeployment} or {@code FlinkSessionJob}
 * @param manifest file with the object
 * @param inline the object itself
 * @param until states that are enough, beside FINISHED
 * @param checkpoints completed checkpoints to wait for
 */
public record OperatorJob(
        String kind, Optional<FilePath> manifest, Optional<JsonNode> inline, List<String> until, int checkpoints) {
    /** The operator takes no longer names. */
    private static final int LONGEST_NAME = 45;

    public OperatorJob {
        until = List.copyOf(until);
    }

    /** A cluster, with a job of its own or for sessions. */
    public static OperatorJob of(JobForm.FlinkDeployment form) {
        return new OperatorJob("FlinkDeployment", form.manifest(), form.inline(), form.until(), form.checkpoints());
    }

    /** A job in a session cluster. */
    public static OperatorJob of(JobForm.FlinkSessionJob form) {
        return new OperatorJob("FlinkSessionJob", form.manifest(), form.inline(), form.until(), form.checkpoints());
    }

    OneShot read(Reach reach) throws InterruptedException {
        return OneShot.read(
                reach, manifest, inline, kind, reach.context().task().objectName(LONGEST_NAME));
    }

    OneShot foresee(Reach reach) throws InterruptedException {
        return OneShot.foresee(reach, manifest, inline, kind);
    }

    boolean isEnough(OperatorState state, long completed) {
        return state.isSession()
                ? state.answers()
                : (state.finished() || until.contains(state.state())) && completed >= checkpoints;
    }
}
