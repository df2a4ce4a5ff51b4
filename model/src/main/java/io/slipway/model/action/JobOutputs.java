package io.slipway.model.action;

import io.slipway.model.spec.Doc;
import io.slipway.model.spec.Regex;
import java.util.List;

/** The outputs of {@code testJob} and {@code runJob}, beside the named groups of {@code capture}. */
public record JobOutputs(
        @Doc("The job's id in Flink, Spark's driver pod, or the Job's name.")
        String jobId,

        @Doc("The last observed state.") String state,
        @Doc("Duration in seconds.") double seconds,
        @Doc("Completed checkpoints of a Flink job.") long checkpoints) {

    /** Refuses patterns that yield nothing. */
    static void requireNames(List<Regex> capture) {
        capture.stream()
                .filter(pattern -> pattern.pattern().namedGroups().isEmpty())
                .findFirst()
                .ifPresent(pattern -> {
                    throw new IllegalArgumentException("'capture': the pattern " + pattern.value()
                            + " has no named group and so gives no output: write (?<name>...)");
                });
    }
}
