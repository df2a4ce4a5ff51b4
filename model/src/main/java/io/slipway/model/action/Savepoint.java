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
        "Takes savepoints of running Flink jobs and waits until they are written; with stop also until the jobs have ended.")
@Verb(outputs = Savepoint.Outputs.class)
@OneOf({"job", "all"})
public record Savepoint(
        @Doc("REST service of the JobManager as name:port.") String service,

        @Doc("The job, by id or by its name.") Optional<String> job,
        @Doc("Every job that runs.") Optional<Boolean> all,

        @Doc("Whether the jobs are stopped with it.") @Default("false")
        boolean stop,

        @Doc("Whether sources are drained first, for jobs that will not go on; only with stop.") @Default("false")
        boolean drain,

        @Doc("Where savepoints go; as the cluster is configured when left out.")
        Optional<String> directory)
        implements Action {
    public Savepoint {
        new Refusals()
                .when(drain && !stop, () -> "'drain' is only of use with stop: true")
                .when(all.isPresent() && !all.get(), () -> "'all' is true or left out, with a job in its place")
                .raise();
    }

    /** What later steps may use. */
    public record Outputs(
            @Doc("Where the savepoint is; of several jobs the first.")
            String path,

            @Doc("Where all of them are.") List<String> paths,

            @Doc("The ids of their jobs, in the same order.")
            List<String> jobs) {}
}
