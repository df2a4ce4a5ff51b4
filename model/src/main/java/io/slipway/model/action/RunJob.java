package io.slipway.model.action;

import io.slipway.model.spec.Doc;
import io.slipway.model.spec.Inline;
import io.slipway.model.spec.Late;
import io.slipway.model.spec.Regex;
import io.slipway.model.spec.Sees;
import io.slipway.model.spec.Verb;
import java.util.List;
import java.util.Optional;

/** A production job: as {@link TestJob}, but nothing is cleaned up. */
@Doc("Starts a production job once and follows it. Does not clean up.")
@Verb(outputs = JobOutputs.class, dynamicOutputs = true, retries = false, undo = true)
public record RunJob(
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
        List<Regex> capture)
        implements Action {
    public RunJob {
        JobOutputs.requireNames(capture);
    }
}
