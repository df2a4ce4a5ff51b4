package io.slipway.sandbox.flink;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.images.Digests;
import io.slipway.sandbox.store.Deletion;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.store.StatusException;
import io.slipway.sandbox.workloads.Access;
import io.slipway.sandbox.workloads.Container;
import io.slipway.sandbox.workloads.Process;
import io.slipway.sandbox.workloads.Services;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A JobManager in native application mode: runs its one job, asks for the pods it needs, ends with the job. */
final class NativeApplication {
    private static final Duration LOOK = Duration.ofSeconds(2);

    private final FlinkCluster cluster;
    private final Services services;
    private final ObjectStore store;
    private final Container container;
    private final NativeCluster objects;

    NativeApplication(FlinkCluster cluster, Container container, FlinkConfig config) {
        this.cluster = cluster;
        this.services = cluster.services();
        this.store = services.store();
        this.container = container;
        this.objects = new NativeCluster(container.namespace(), config);
    }

    static boolean is(Container container) {
        return container.mentions("kubernetes-application");
    }

    void run(Process process) throws InterruptedException {
        cluster.workers(this::ask);
        String id = id();
        try {
            if (!cluster.hasJob(id)) {
                cluster.submit(program(), objects.config().number("parallelism.default", 1), id);
            }
            while (!cluster.job(id).status().terminal()) {
                process.sleep(LOOK);
            }
            process.log(FlinkLog.info(
                    "runtime.entrypoint.ClusterEntrypoint",
                    "Shutting KubernetesApplicationClusterEntrypoint down with application status SUCCEEDED."));
            HighAvailability.of(store, objects.namespace(), objects.config()).forget();
            store.delete(Kinds.DEPLOYMENT, objects.namespace(), objects.id(), Deletion.BACKGROUND);
        } catch (FlinkRefusal | StatusException refused) {
            process.log(FlinkLog.warn(
                    "client.deployment.application.ApplicationDispatcherBootstrap", refused.getMessage()));
        }
        process.runForEver();
    }

    /** With high availability the job's id follows from the cluster's, so that a new JobManager finds its job. */
    private String id() {
        String wanted = objects.config().get("$internal.pipeline.job-id", "");
        return wanted.isEmpty()
                ? Digests.of(objects.id()).replaceFirst("^sha256:", "").substring(0, 32)
                : wanted;
    }

    private FlinkProgram program() {
        FlinkConfig config = objects.config();
        List<String> args = Arrays.asList(
                config.get("$internal.application.program-args", "").split(";"));
        return FlinkProgram.of(config.get("pipeline.jars", ""), config.get("$internal.application.main", ""), args);
    }

    private void ask(int slots) {
        Optional<ObjectNode> deployment = store.view(Kinds.DEPLOYMENT, objects.namespace(), objects.id());
        int each = Math.max(1, objects.config().number("taskmanager.numberOfTaskSlots", 1));
        int pods = (slots + each - 1) / each;
        for (int number = 1; number <= pods && deployment.isPresent(); number++) {
            make(objects.taskManager(deployment.get(), number));
        }
    }

    private void make(ObjectNode pod) {
        if (store.view(Kinds.POD, objects.namespace(), Meta.name(pod)).isPresent()) {
            return;
        }
        Optional<String> forbidden = new Access(store).refusal(container, "create", "pods");
        try {
            if (forbidden.isEmpty()) {
                store.create(Kinds.POD, pod);
                cluster.log(FlinkLog.info(
                        "kubernetes.KubernetesResourceManagerDriver",
                        "Creating new TaskManager pod with name " + Meta.name(pod)));
            }
        } catch (StatusException refused) {
            forbidden = Optional.of(refused.getMessage());
        }
        forbidden.ifPresent(why -> cluster.log(FlinkLog.warn(
                "kubernetes.KubernetesResourceManagerDriver",
                "Failed requesting worker: Could not create pod " + Meta.name(pod) + ": " + why)));
    }
}
