package io.slipway.sandbox.flink;

import io.slipway.sandbox.shell.Invocation;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.StatusException;
import io.slipway.sandbox.workloads.Access;
import io.slipway.sandbox.workloads.Container;
import io.slipway.sandbox.workloads.Services;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** {@code flink run -t kubernetes-application}: the client makes a JobManager of its own for the job. */
final class NativeDeployment {
    private static final List<List<String>> MADE =
            List.of(List.of("apps", "deployments"), List.of("", "configmaps"), List.of("", "services"));

    private final Services services;
    private final Container client;

    NativeDeployment(Services services, Container client) {
        this.services = services;
        this.client = client;
    }

    int deploy(Invocation call, FlinkArgs args) throws FlinkRefusal, InterruptedException {
        NativeCluster cluster = new NativeCluster(client.namespace(), config(args));
        if (cluster.id().isEmpty()) {
            throw refusal("kubernetes.cluster-id must not be null.");
        }
        services.clock().sleep(Duration.ofMillis(2500));
        Optional<String> forbidden = forbidden();
        if (forbidden.isPresent()) {
            throw refusal(forbidden.get());
        }
        if (services.store()
                .view(Kinds.DEPLOYMENT, cluster.namespace(), cluster.id())
                .isPresent()) {
            throw refusal("The Flink cluster " + cluster.id() + " already exists.");
        }
        try {
            cluster.create(services.store());
        } catch (StatusException refused) {
            throw refusal(refused.getMessage());
        }
        call.out()
                .line("Submitted application cluster with id " + cluster.id() + ": http://" + cluster.id() + "-rest."
                        + cluster.namespace() + ":8081");
        return 0;
    }

    private FlinkConfig config(FlinkArgs args) throws FlinkRefusal {
        if (args.operands().isEmpty() || !args.operands().get(0).startsWith("local://")) {
            throw refusal("Only \"local\" is supported as schema for application mode. This assumes that the jar is"
                    + " located in the image, not the Flink client.");
        }
        Map<String, String> values = new TreeMap<>(FlinkConfig.of(client).values());
        values.putAll(args.properties());
        values.put("execution.target", "kubernetes-application");
        values.put("pipeline.jars", args.operands().get(0));
        values.put("$internal.application.main", args.entryClass());
        values.put(
                "$internal.application.program-args",
                String.join(";", args.operands().subList(1, args.operands().size())));
        if (args.parallelism() > 0) {
            values.put("parallelism.default", String.valueOf(args.parallelism()));
        }
        values.values().removeIf(String::isEmpty);
        return new FlinkConfig(values);
    }

    private Optional<String> forbidden() {
        Access access = new Access(services.store());
        return MADE.stream()
                .flatMap(kind -> access.refusal(client, "create", kind.get(0), kind.get(1)).stream())
                .findFirst();
    }

    private static FlinkRefusal refusal(String message) {
        return new FlinkRefusal(
                500,
                "org.apache.flink.client.deployment.ClusterDeploymentException: Could not create Kubernetes cluster. "
                        + message);
    }
}
