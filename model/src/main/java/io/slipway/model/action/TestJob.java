package io.slipway.model.action;

import io.slipway.model.spec.Default;
import io.slipway.model.spec.Doc;
import io.slipway.model.spec.Inline;
import io.slipway.model.spec.Late;
import io.slipway.model.spec.Regex;
import io.slipway.model.spec.Sees;
import io.slipway.model.spec.Verb;
import java.util.List;
import java.util.Optional;

/**
 * A job that proves that the platform works: started once for its key, followed, checked, cleaned up.
 *
 * <pre>{@code
 * testJob:
 *   flinkRun: { of: deployment/flink-jobmanager, jar: /opt/flink/examples/streaming/WordCount.jar }
 *   expect: "state == 'FINISHED'"
 * }</pre>
 */
@Doc("Starts a job once, follows it, checks the result, and cleans up.")
@Verb(outputs = JobOutputs.class, dynamicOutputs = true, retries = false, undo = true)
public record TestJob(
        @Doc("How the job is started.") @Inline JobForm job,

        @Doc("Condition that must be true at the end (default: the job succeeds).")
        @Sees({
            "state: string",
            "log: string",
            "lines: list(string)",
            "output: map(string, string)",
            "seconds: double",
            "recordsPerSecond: double",
            "checkpoints: int"
        })
        Optional<Late> expect,

        @Doc(
                value = "Patterns with named groups to find in the log; each group becomes an output.",
                example = "[\"Pi is roughly (?<pi>[0-9.]+)\"]")
        List<Regex> capture,

        @Doc("Whether to keep what the job created.") @Default("false")
        boolean keep)
        implements Action {
    public TestJob {
        JobOutputs.requireNames(capture);
    }
}
