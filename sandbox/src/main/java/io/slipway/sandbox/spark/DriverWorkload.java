package io.slipway.sandbox.spark;

import io.slipway.sandbox.faults.Fault;
import io.slipway.sandbox.faults.FaultKind;
import io.slipway.sandbox.net.SimEndpoint;
import io.slipway.sandbox.s3.S3Problem;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.workloads.Access;
import io.slipway.sandbox.workloads.Container;
import io.slipway.sandbox.workloads.Process;
import io.slipway.sandbox.workloads.Services;
import io.slipway.sandbox.workloads.Workload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A driver in cluster mode: asks for executors, runs the job, writes the event log, ends. */
final class DriverWorkload implements Workload {
    private static final Duration LOOK = Duration.ofSeconds(15);

    private final Services services;

    DriverWorkload(Services services) {
        this.services = services;
    }

    @Override
    public boolean runs(Container container) {
        return "driver".equals(Meta.labels(container.pod()).get("spark-role"));
    }

    @Override
    public int run(Process process) throws InterruptedException {
        Container container = process.container();
        SparkConf conf = SparkConf.of(container);
        process.log(SparkLog.info("SparkContext", "Running Spark version 3.5.7 (simulated)"));
        process.log(SparkLog.info("SparkContext", "Submitted application: " + conf.get("spark.app.name", "spark")));
        process.sleep(Duration.ofSeconds(2));
        Executors executors = new Executors(services, container, conf);
        Optional<String> forbidden = forbidden(container, executors);
        if (forbidden.isPresent()) {
            return failed(
                    process,
                    "External scheduler cannot be instantiated",
                    "io.fabric8.kubernetes.client.KubernetesClientException: Failure executing: POST at: https://kubernetes.default.svc/api/v1/namespaces/"
                            + container.namespace()
                            + "/pods. Message: Forbidden! Configured service account doesn't have access. Service account may have been revoked. "
                            + forbidden.get() + ".");
        }
        EventLog events = new EventLog(services, container, conf);
        try {
            events.open();
            work(process, conf, executors);
            events.close(container);
        } catch (S3Problem problem) {
            return failed(
                    process,
                    "Job aborted",
                    "java.nio.file.AccessDeniedException: " + conf.get("spark.eventLog.dir", "") + ": "
                            + problem.getMessage());
        } catch (DriverFailure failure) {
            executors.remove();
            return failed(process, "Application failed", failure.getMessage());
        }
        executors.remove();
        process.log(SparkLog.info("SparkContext", "Successfully stopped SparkContext"));
        return 0;
    }

    /** The job itself failed. */
    private static final class DriverFailure extends Exception {
        private static final long serialVersionUID = 1L;

        DriverFailure(String message) {
            super(message);
        }
    }

    private Optional<String> forbidden(Container container, Executors executors) {
        if (executors.denied().filter("rbac"::equals).isPresent()) {
            return Optional.of(Access.message(container.namespace(), container.serviceAccount(), "create", "", "pods"));
        }
        return new Access(services.store()).refusal(container, "create", "pods");
    }

    private static int failed(Process process, String what, String cause) {
        process.log(SparkLog.error("SparkContext", "Error initializing SparkContext."));
        process.log("org.apache.spark.SparkException: " + what);
        process.log("Caused by: " + cause);
        return 1;
    }

    private void work(Process process, SparkConf conf, Executors executors)
            throws InterruptedException, DriverFailure, S3Problem {
        executors.request(process);
        for (int look = 0; !executors.anyRunning(); look++) {
            process.sleep(look == 0 ? Duration.ofSeconds(2) : LOOK.dividedBy(5));
            if (look % 5 == 4) {
                process.log(
                        SparkLog.warn(
                                "TaskSchedulerImpl",
                                "Initial job has not accepted any resources; check your cluster UI to ensure that workers are registered and have sufficient resources"));
                executors.request(process);
            }
        }
        process.log(SparkLog.info(
                "KubernetesClusterSchedulerBackend$KubernetesDriverEndpoint",
                "Registered executor NettyRpcEndpointRef(spark-client://Executor) with ID 1"));
        Optional<Fault> failure = strike(FaultKind.DRIVER_FAILS, process.container());
        if (failure.isPresent()) {
            throw new DriverFailure(failure.get().arg(0, "java.lang.IllegalStateException: the application failed"));
        }
        if (strike(FaultKind.JOB_HANGS, process.container()).isPresent()) {
            process.runForEver();
        }
        process.sleep(Duration.ofSeconds(6));
        application(process, conf);
    }

    private Optional<Fault> strike(FaultKind kind, Container container) {
        return services.faults().any(kind)
                ? services.faults().strike(kind, services.subject(container), container.podUid())
                : Optional.empty();
    }

    private void application(Process process, SparkConf conf) throws DriverFailure, S3Problem {
        List<String> args = process.container().commandLine();
        SubmitArgs submitted = SubmitArgs.read(args.subList(Math.min(1, args.size()), args.size()));
        String resource =
                submitted.operands().isEmpty() ? "" : submitted.operands().get(0);
        String main = submitted.option("--class", resource);
        if (main.endsWith("Pi") || resource.endsWith("pi.py")) {
            process.log(SparkLog.info("DAGScheduler", "Job 0 finished: reduce at SparkPi.scala:38, took 4.217 s"));
            process.log("Pi is roughly " + Pi.estimate(SparkSubmit.slices(submitted.operands())));
        } else if (resource.endsWith(".py")) {
            python(process, conf, resource);
        } else {
            process.log(SparkLog.info(
                    "DAGScheduler", "Job 0 finished: " + main + " (its code is not simulated), took 4.217 s"));
        }
        String refused = new LakefsOutput(services, process.container())
                .write(submitted.operands(), conf.get("spark.app.name", "spark"));
        if (!refused.isEmpty()) {
            throw new DriverFailure(refused);
        }
    }

    private void python(Process process, SparkConf conf, String resource) throws DriverFailure, S3Problem {
        String source = "";
        if (Storage.isS3(resource)) {
            Storage place = Storage.of(resource);
            var access = Storage.access(services, process.container(), conf);
            if (!access.exists(place.bucket(), place.prefix())) {
                throw new DriverFailure("java.io.FileNotFoundException: No such file or directory: " + resource);
            }
            source = new String(access.get(place.bucket(), place.prefix()), StandardCharsets.UTF_8);
        }
        String failure =
                new PySpark(new SqlSessions(services, process.container(), conf).open()).run(source, process::log);
        if (!failure.isEmpty()) {
            throw new DriverFailure(failure);
        }
    }

    @Override
    public Optional<SimEndpoint> endpoint(Container container, int port) {
        return port == 4040
                ? Optional.of(SparkUi::answer)
                : port == 7078 || port == 7079 ? Optional.of(SimEndpoint.RAW) : Optional.empty();
    }

    @Override
    public Map<String, String> files(Container container) {
        return SparkImage.files();
    }

    @Override
    public Usage usage(Container container) {
        return new Usage(420, 700);
    }
}
