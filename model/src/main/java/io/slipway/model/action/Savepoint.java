package io.slipway.model.action;

import io.slipway.model.spec.Default;
import io.slipway.model.spec.Doc;
import io.slipway.model.spec.OneOf;
import io.slipway.model.spec.Refusals;
import io.slipway.model.spec.Verb;
import java.util.List;
import java.util.Optional;

/**
 * Takes savepoints of running Flink jobs, and stops the jobs with them when asked to.
 *
 * <pre>{@code
 * savepoint: { service: "flink-jobmanager-rest:8081", job: orders, stop: true }
 * savepoint: { service: "flink-jobmanager-rest:8081", all: true, directory: "s3://lakehouse/savepoints" }
 * }</pre>
 */
@Doc(
        "Takes savepoints of running Flink jobs and waits until they are complete; with 'stop' also until the jobs have ended.")
@Verb(outputs = Savepoint.Outputs.class)
@OneOf({"job", "all"})
public record Savepoint(
        @Doc("REST service of the JobManager as name:port.") String service,

        @Doc("The job, by id or by its name.") Optional<String> job,
        @Doc("All running jobs.") Optional<Boolean> all,

        @Doc("Whether to stop the jobs with the savepoint.") @Default("false")
        boolean stop,

        @Doc("Whether to drain the sources first, for jobs that will not be continued; only with 'stop'.")
        @Default("false")
        boolean drain,

        @Doc("Directory of the savepoints (default: as configured in the cluster).")
        Optional<String> directory)
        implements Action {
    public Savepoint {
        new Refusals()
                .when(drain && !stop, () -> "'drain' requires 'stop: true'")
                .when(all.isPresent() && !all.get(), () -> "'all' can only be true; for a single job use 'job'")
                .raise();
    }

    /** What later steps may use. */
    public record Outputs(
            @Doc("Location of the savepoint; of several jobs, the first.")
            String path,

            @Doc("Locations of all savepoints.") List<String> paths,

            @Doc("IDs of their jobs, in the same order.") List<String> jobs) {}
}
