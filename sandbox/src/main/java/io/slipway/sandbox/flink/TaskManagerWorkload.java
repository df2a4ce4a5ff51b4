package io.slipway.sandbox.flink;

import io.slipway.sandbox.faults.FaultKind;
import io.slipway.sandbox.kube.RandomNames;
import io.slipway.sandbox.net.Dial;
import io.slipway.sandbox.net.SimEndpoint;
import io.slipway.sandbox.shell.Command;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.workloads.Container;
import io.slipway.sandbox.workloads.Process;
import io.slipway.sandbox.workloads.Services;
import io.slipway.sandbox.workloads.Workload;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A TaskManager: registers with the JobManager that its configuration names, and again when that one changes. */
final class TaskManagerWorkload implements Workload {
    private static final String EXECUTOR = "runtime.taskexecutor.TaskExecutor";
    private static final Duration RETRY = Duration.ofSeconds(10);
    private static final Duration HEARTBEAT = Duration.ofSeconds(50);

    private final Services services;
    private final FlinkClusters clusters;
    private final FlinkCli cli;

    TaskManagerWorkload(Services services, FlinkClusters clusters, FlinkCli cli) {
        this.services = services;
        this.clusters = clusters;
        this.cli = cli;
    }

    @Override
    public boolean runs(Container container) {
        String words = String.join(" ", container.commandLine());
        return FlinkImage.is(container) && words.matches(".*\\btaskmanager(\\.sh)?\\b.*");
    }

    @Override
    public Duration readyAfter(Container container) {
        return Duration.ofSeconds(9);
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
        String address = config.get("jobmanager.rpc.address", "localhost");
        int port = config.number("jobmanager.rpc.port", 6123);
        process.log("Starting Task Manager");
        process.log(FlinkLog.info(
                "runtime.taskexecutor.TaskManagerRunner",
                "Starting TaskManagerRunner (simulated, Version: " + FlinkImage.version(container)
                        + ", Scala: 2.12)."));
        process.sleep(Duration.ofSeconds(5));
        int slots = config.number("taskmanager.numberOfTaskSlots", 1);
        String id = container.podIp() + ":" + config.number("taskmanager.rpc.port", 6122) + "-" + RandomNames.hex(6);
        TaskManager self = new TaskManager(id, container, slots, config);
        FlinkCluster registeredAt = null;
        try {
            while (true) {
                Optional<FlinkCluster> cluster = find(container, config);
                if (cluster.isPresent() && !cluster.get().knows(container)) {
                    register(process, self, cluster.get());
                } else if (cluster.isEmpty()) {
                    process.log(FlinkLog.info(
                            EXECUTOR,
                            "Could not resolve ResourceManager address pekko.tcp://flink@" + address + ":" + port
                                    + "/user/rpc/resourcemanager_*, retrying in 10000 ms: Could not connect to rpc endpoint under address pekko.tcp://flink@"
                                    + address + ":" + port + "."));
                }
                registeredAt = cluster.orElse(registeredAt);
                process.sleep(cluster.isPresent() ? HEARTBEAT : RETRY);
            }
        } finally {
            if (registeredAt != null) {
                registeredAt.unregister(container);
            }
        }
    }

    private static void register(Process process, TaskManager self, FlinkCluster cluster) {
        cluster.register(self);
        process.log(FlinkLog.info(EXECUTOR, "Connecting to ResourceManager."));
        process.log(FlinkLog.info(EXECUTOR, "Resolved ResourceManager address, beginning registration."));
        process.log(FlinkLog.info(
                EXECUTOR,
                "Successful registration at resource manager under registration id " + RandomNames.hex(32) + "."));
        process.log(FlinkLog.info(
                EXECUTOR, "Offering " + self.slots() + " task slots to JobManager when jobs ask for them."));
        cluster.log(FlinkLog.info(
                "runtime.resourcemanager."
                        + (cluster.workers().isPresent()
                                ? "active.ActiveResourceManager"
                                : "StandaloneResourceManager"),
                "Registering TaskManager with ResourceID " + self.id() + " at ResourceManager"));
    }

    private Optional<FlinkCluster> find(Container container, FlinkConfig config) {
        if (services.struck(FaultKind.TASK_MANAGERS_NOT_REGISTERING, container, container.podUid())) {
            return Optional.empty();
        }
        int port = config.number("jobmanager.rpc.port", 6123);
        if (config.highAvailability()) {
            FlinkCluster cluster = clusters.of(container);
            return cluster.leader()
                    .map(TaskManagerWorkload::published)
                    .filter(address -> isOpen(container, address, port) && behind(container, cluster, address))
                    .map(address -> cluster);
        }
        String address = config.get("jobmanager.rpc.address", "localhost");
        return isOpen(container, address, port) ? leader(container, address) : Optional.empty();
    }

    /** What a leader writes into the ConfigMap: in native mode the address of its pod, else what it is configured as. */
    private static String published(FlinkCluster.Leader leader) {
        return leader.container().mentions("kubernetes-jobmanager.sh")
                ? leader.container().podIp()
                : leader.config().get("jobmanager.rpc.address", "localhost");
    }

    private boolean isOpen(Container container, String address, int port) {
        return services.network().dial(container.origin(), address, port) instanceof Dial.Connected;
    }

    /** The cluster whose leading pod stands behind the address. */
    private Optional<FlinkCluster> leader(Container container, String address) {
        return services.store().views(Kinds.POD, container.namespace()).objects().stream()
                .flatMap(pod -> clusters.ledBy(Meta.uid(pod)).stream())
                .filter(cluster -> behind(container, cluster, address))
                .findFirst();
    }

    private boolean behind(Container container, FlinkCluster cluster, String address) {
        String pod =
                cluster.leader().map(leader -> leader.container().podName()).orElse("");
        String service = address.split("\\.")[0];
        boolean selected = services.store()
                .view(Kinds.ENDPOINTS, container.namespace(), service)
                .filter(endpoints ->
                        endpoints.path("subsets").findValuesAsText("name").contains(pod))
                .isPresent();
        String ip = cluster.leader().map(leader -> leader.container().podIp()).orElse("");
        return selected || ip.equals(address);
    }

    @Override
    public Optional<SimEndpoint> endpoint(Container container, int port) {
        if (port == 9249) {
            boolean missing = services.struck(FaultKind.METRICS_MISSING, container, "metrics");
            return missing ? Optional.empty() : Optional.of(FlinkMetrics.taskManager());
        }
        return port == 6121 || port == 6122 ? Optional.of(SimEndpoint.RAW) : Optional.empty();
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
        return new Usage(260, 1900);
    }
}
