package io.slipway.model.action;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.spec.Default;
import io.slipway.model.spec.Doc;
import io.slipway.model.spec.FilePath;
import io.slipway.model.spec.Key;
import io.slipway.model.spec.OneOf;
import io.slipway.model.spec.Ref;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a test job or a production job is started. */
public sealed interface JobForm {

    /** {@code spark-submit} in cluster mode, in a pod that has it; the driver pod is named after the step's key. */
    @Doc(
            "Submits a Spark application in cluster mode from a pod with spark-submit, and follows its driver and executors.")
    @OneOf({"of", "selector"})
    record SparkSubmit(
            @Doc("The submitting pod or workload as kind/name.")
            Optional<Ref> of,

            @Doc("Label selector of the submitting pod.") Optional<String> selector,

            @Doc("Application file as seen by the driver: local://, s3a://, a jar or a .py.")
            String main,

            @Doc("Main class of a jar.") @Key("class") Optional<String> mainClass,

            @Doc("Name of the application (default: the step's name).")
            Optional<String> name,

            @Doc("Arguments of the application.") List<String> args,
            @Doc("Spark properties.") Map<String, String> conf)
            implements JobForm {}

    /** {@code flink run -d} in a pod that has it, under a job id made from the step's key. */
    @Doc(
            "Submits a detached Flink job from a pod with the flink command, under a job ID of its own, and follows it over REST.")
    @OneOf({"of", "selector"})
    record FlinkRun(
            @Doc("The JobManager pod or workload as kind/name.")
            Optional<Ref> of,

            @Doc("Label selector of the pod.") Optional<String> selector,
            @Doc("Path of the jar in the pod.") String jar,
            @Doc("Main class.") @Key("class") Optional<String> mainClass,
            @Doc("Arguments of the job.") List<String> args,
            @Doc("Parallelism.") Optional<Integer> parallelism,
            @Doc("Flink options, given as -D.") Map<String, String> conf,

            @Doc("REST service as name:port (default: port 8081 of the pod).")
            Optional<String> rest,

            @Doc("States that count as success, in addition to FINISHED.") @Default("[FINISHED]")
            List<String> until,

            @Doc("Number of completed checkpoints to wait for.") @Default("0")
            int checkpoints)
            implements JobForm {}

    /** A jar that is uploaded to a Flink cluster and run there, over REST, under a job id made from the step's key. */
    @Doc("Uploads a jar to a Flink cluster over REST and runs it under a job ID of its own.")
    record FlinkJar(
            @Doc("REST service of the JobManager as name:port.")
            String service,

            @Doc("Jar in the pipeline's folder.") FilePath jar,
            @Doc("Main class.") @Key("class") Optional<String> mainClass,
            @Doc("Arguments of the job.") List<String> args,
            @Doc("Parallelism.") Optional<Integer> parallelism,

            @Doc("Savepoint to start from.") Optional<String> savepoint,

            @Doc("States that count as success, in addition to FINISHED.") @Default("[FINISHED]")
            List<String> until,

            @Doc("Number of completed checkpoints to wait for.") @Default("0")
            int checkpoints)
            implements JobForm {}

    /** A SparkApplication of the Spark operator. */
    @Doc("Creates a SparkApplication with a name derived from the step's key, and follows it to its end.")
    @OneOf({"manifest", "inline"})
    record SparkApplication(
            @Doc("File with one SparkApplication.") Optional<FilePath> manifest,
            @Doc("Inline SparkApplication.") Optional<JsonNode> inline)
            implements JobForm {}

    /** A FlinkDeployment of the Flink Kubernetes Operator: a cluster, with a job of its own or for sessions. */
    @Doc(
            "Creates a FlinkDeployment with a name derived from the step's key, and follows its job; one without a job is followed until its cluster responds.")
    @OneOf({"manifest", "inline"})
    record FlinkDeployment(
            @Doc("File with one FlinkDeployment.") Optional<FilePath> manifest,
            @Doc("Inline FlinkDeployment.") Optional<JsonNode> inline,

            @Doc("States that count as success, in addition to FINISHED.") @Default("[FINISHED]")
            List<String> until,

            @Doc("Number of completed checkpoints to wait for.") @Default("0")
            int checkpoints)
            implements JobForm {}

    /** A FlinkSessionJob of the Flink Kubernetes Operator: a job in a session cluster that is there. */
    @Doc(
            "Creates a FlinkSessionJob with a name derived from the step's key, and follows its job in the session cluster.")
    @OneOf({"manifest", "inline"})
    record FlinkSessionJob(
            @Doc("File with one FlinkSessionJob.") Optional<FilePath> manifest,
            @Doc("Inline FlinkSessionJob.") Optional<JsonNode> inline,

            @Doc("States that count as success, in addition to FINISHED.") @Default("[FINISHED]")
            List<String> until,

            @Doc("Number of completed checkpoints to wait for.") @Default("0")
            int checkpoints)
            implements JobForm {}

    /** A Kubernetes Job. */
    @Doc("Creates a Kubernetes Job with a name derived from the step's key, and follows it to its end.")
    @OneOf({"manifest", "inline"})
    record Job(
            @Doc("File with one Job.") Optional<FilePath> manifest,
            @Doc("Inline Job.") Optional<JsonNode> inline) implements JobForm {}

    /** A command in a pod. */
    @Doc("Runs a command in a pod to its end.")
    @OneOf({"of", "selector"})
    @Key("exec")
    record ExecJob(
            @Doc("A pod or workload as kind/name.") Optional<Ref> of,
            @Doc("Label selector of the pod.") Optional<String> selector,
            @Doc("Container (default: the first).") Optional<String> container,
            @Doc("Command and arguments.") Command command)
            implements JobForm {}
}
