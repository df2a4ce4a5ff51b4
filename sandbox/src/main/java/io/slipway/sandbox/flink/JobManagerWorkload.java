package io.slipway.sandbox.flink;

import io.slipway.sandbox.faults.FaultKind;
import io.slipway.sandbox.net.SimEndpoint;
import io.slipway.sandbox.shell.Command;
import io.slipway.sandbox.workloads.Container;
import io.slipway.sandbox.workloads.Process;
import io.slipway.sandbox.workloads.Workload;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The JobManager of a session cluster, or of one application in native mode. */
final class JobManagerWorkload implements Workload {
    private final FlinkClusters clusters;
    private final FlinkCli cli;
    private final Map<FlinkCluster, FlinkRest> rest = new ConcurrentHashMap<>();

    JobManagerWorkload(FlinkClusters clusters, FlinkCli cli) {
        this.clusters = clusters;
        this.cli = cli;
    }

    @Override
    public boolean runs(Container container) {
        String words = String.join(" ", container.commandLine());
        return FlinkImage.is(container) && words.matches(".*\\b(jobmanager|jobmanager\\.sh|standalone-job)\\b.*");
    }

    @Override
    public Duration readyAfter(Container container) {
        return Duration.ofSeconds(15);
    }

    @Override
    public int run(Process process) throws InterruptedException {
        Container container = process.container();
        Optional<String> refusal = EntryPoint.refusal(container);
        if (refusal.isPresent()) {
            process.log(refusal.get());
            return 1;
        }
        FlinkConfig config = FlinkConfig.of(container);
        FlinkCluster cluster = clusters.of(container);
        int port = config.number("rest.port", 8081);
        process.log("Starting Job Manager");
        boolean application = NativeApplication.is(container);
        String entry = application ? "KubernetesApplicationClusterEntrypoint" : "StandaloneSessionClusterEntrypoint";
        process.log("Starting " + (application ? "kubernetes-application" : "standalonesession")
                + " as a console application on host " + container.podName() + ".");
        process.log(FlinkLog.info(
                "runtime.entrypoint.ClusterEntrypoint",
                "Starting " + entry + " (simulated, Version: " + FlinkImage.version(container) + ", Scala: 2.12)."));
        config.values().forEach((key, value) -> {
            boolean secret = key.matches(".*(password|secret|token|access-key).*");
            process.log(FlinkLog.info(
                    "configuration.GlobalConfiguration",
                    "Loading configuration property: " + key + ", " + (secret ? "******" : value)));
        });
        process.sleep(Duration.ofSeconds(6));
        process.log(FlinkLog.info("runtime.dispatcher.DispatcherRestEndpoint", "Starting rest endpoint."));
        process.log(FlinkLog.info(
                "runtime.dispatcher.DispatcherRestEndpoint",
                "Rest endpoint listening at " + container.podIp() + ":" + port));
        process.log(FlinkLog.info(
                "runtime.dispatcher.DispatcherRestEndpoint",
                "Web frontend listening at http://" + container.podIp() + ":" + port + "."));
        process.log(FlinkLog.info(
                "runtime.resourcemanager.ResourceManagerServiceImpl", "Starting resource manager service."));
        process.log(FlinkLog.info(
                "runtime.jobmaster.JobManagerRunner",
                "JobManager successfully started at pekko.tcp://flink@" + container.podIp() + ":6123"));
        if (config.highAvailability()) {
            HighAvailability.of(cluster.services().store(), container.namespace(), config)
                    .begin(cluster);
        }
        cluster.lead(new FlinkCluster.Leader(container, config));
        try {
            if (application) {
                new NativeApplication(cluster, container, config).run(process);
            } else {
                process.runForEver();
            }
        } finally {
            cluster.unlead(container);
        }
        return 0;
    }

    @Override
    public Optional<SimEndpoint> endpoint(Container container, int port) {
        return clusters.ledBy(container.podUid())
                .flatMap(cluster -> cluster.leader().flatMap(leader -> endpoint(cluster, leader, port)));
    }

    private Optional<SimEndpoint> endpoint(FlinkCluster cluster, FlinkCluster.Leader leader, int port) {
        if (port == leader.config().number("rest.port", 8081)) {
            return Optional.of(rest.computeIfAbsent(cluster, FlinkRest::new));
        }
        if (port == 9249) {
            boolean missing = cluster.services().struck(FaultKind.METRICS_MISSING, leader.container(), "metrics");
            return missing ? Optional.empty() : Optional.of(FlinkMetrics.jobManager(cluster));
        }
        return port == 6123 || port == 6124 ? Optional.of(SimEndpoint.RAW) : Optional.empty();
    }

    @Override
    public Map<String, Command> commands(Container container) {
        return Map.of("flink", call -> cli.run(call, container));
    }

    @Override
    public Map<String, String> files(Container container) {
        return FlinkImage.files(container);
    }

    @Override
    public Usage usage(Container container) {
        return new Usage(180, 1100);
    }
}
