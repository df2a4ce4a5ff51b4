package io.slipway.activities.job.run;

import io.slipway.activities.cluster.api.ObjectRef;
import java.util.List;
import java.util.Optional;

/**
 * How a job ended, or how it stands when that is enough.
 *
 * @param jobId Flink's job id, Spark's driver pod, the Job's name, the command's pod
 * @param state the last state, in the words of the job's own system
 * @param trouble why it did not end well; empty when it did
 * @param seconds how long it ran
 * @param recordsPerSecond records it wrote per second, where its system counts them; else 0
 * @param checkpoints completed checkpoints of a Flink job
 * @param objects the objects of the cluster that tell more about it
 */
public record JobEnd(
        String jobId,
        String state,
        Optional<Trouble> trouble,
        double seconds,
        double recordsPerSecond,
        long checkpoints,
        List<ObjectRef> objects) {
    public JobEnd {
        objects = List.copyOf(objects);
    }

    /**
     * Why a job did not end well.
     *
     * @param cause what is wrong
     * @param fix what to do
     */
    public record Trouble(String cause, String fix) {}
}
