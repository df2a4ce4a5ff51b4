package io.slipway.sandbox.spark;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.faults.FaultKind;
import io.slipway.sandbox.kube.Pods;
import io.slipway.sandbox.store.Deletion;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.store.StatusException;
import io.slipway.sandbox.workloads.Container;
import io.slipway.sandbox.workloads.Process;
import io.slipway.sandbox.workloads.Services;
import java.util.List;
import java.util.Optional;

/** The executor pods of one driver: their names follow from the application, so that asking twice makes none twice. */
final class Executors {
    private final Services services;
    private final ObjectStore store;
    private final Container driver;
    private final SparkConf conf;

    Executors(Services services, Container driver, SparkConf conf) {
        this.services = services;
        this.store = services.store();
        this.driver = driver;
        this.conf = conf;
    }

    int wanted() {
        int fixed = conf.number("spark.executor.instances", 2);
        boolean dynamic = conf.flag("spark.dynamicAllocation.enabled", false);
        return dynamic ? Math.max(fixed, conf.number("spark.dynamicAllocation.initialExecutors", 0)) : fixed;
    }

    /** Asks for all of them; what is refused is logged and asked for again later. */
    void request(Process process) {
        String template = driver.files().getOrDefault(conf.get("spark.kubernetes.executor.podTemplateFile", ""), "");
        for (int number = 1; number <= wanted(); number++) {
            String name = conf.get(
                            "spark.kubernetes.resource.prefix", driver.podName().replaceAll("-driver$", "")) + "-exec-"
                    + number;
            if (store.view(Kinds.POD, driver.namespace(), name).isEmpty()) {
                create(process, pod(template, name, number));
            }
        }
    }

    private void create(Process process, ObjectNode pod) {
        Optional<String> refusal = refusal(pod);
        try {
            if (refusal.isEmpty()) {
                store.create(Kinds.POD, pod);
            }
        } catch (StatusException refused) {
            refusal = Optional.of(refused.getMessage());
        }
        refusal.ifPresent(why -> process.log(SparkLog.error(
                "ExecutorPodsAllocator",
                "Cannot create executor pod " + Meta.name(pod)
                        + ": io.fabric8.kubernetes.client.KubernetesClientException: Failure executing: POST at: https://kubernetes.default.svc/api/v1/namespaces/"
                        + driver.namespace() + "/pods. Message: " + why + ".")));
    }

    private Optional<String> refusal(ObjectNode pod) {
        Optional<String> how = denied();
        if (how.filter("quota"::equals).isPresent()) {
            return Optional.of(
                    "pods \"" + Meta.name(pod)
                            + "\" is forbidden: exceeded quota: compute-resources, requested: pods=1, used: pods=20, limited: pods=20");
        }
        if (how.filter("image"::equals).isPresent()) {
            PodTemplates.container(pod)
                    .put(
                            "image",
                            "image-registry.openshift-image-registry.svc:5000/" + driver.namespace()
                                    + "/spark-missing:3.5.7");
        }
        return Optional.empty();
    }

    /** How executors are denied by script: rbac, quota or image. */
    Optional<String> denied() {
        return services.faults()
                .strike(FaultKind.EXECUTORS_DENIED, services.subject(driver), driver.podUid())
                .map(fault -> fault.arg(0, "rbac"));
    }

    private ObjectNode pod(String template, String name, int number) {
        ObjectNode pod = PodTemplates.read(template);
        PodTemplates.common(pod, conf, "executor");
        ObjectNode container = PodTemplates.container(pod);
        container.put("name", "spark-kubernetes-executor").putArray("args").add("executor");
        PodTemplates.env(container, "SPARK_EXECUTOR_ID", Integer.toString(number));
        PodTemplates.env(container, "SPARK_DRIVER_URL", "spark://CoarseGrainedScheduler@" + driver.podIp() + ":7078");
        conf.under("spark.executorEnv.").forEach((key, value) -> PodTemplates.env(container, key, value));
        ObjectNode meta = pod.withObject("/metadata").put("name", name).put("namespace", driver.namespace());
        meta.withObject("/labels")
                .put("spark-role", "executor")
                .put("spark-exec-id", Integer.toString(number))
                .put("spark-app-selector", conf.get("spark.app.id", ""))
                .put("spark-version", "3.5.7")
                .put("spark-app-name", conf.get("spark.app.name", "spark"));
        String step = Meta.labels(driver.pod()).getOrDefault("slipway.io/step", "");
        if (!step.isEmpty()) {
            meta.withObject("/labels").put("slipway.io/step", step);
        }
        String account = conf.get("spark.kubernetes.authenticate.executor.serviceAccountName", "");
        pod.withObject("/spec").put("serviceAccountName", account.isEmpty() ? driver.serviceAccount() : account);
        Meta.own(pod, Kinds.POD, driver.pod());
        return pod;
    }

    List<ObjectNode> pods() {
        return Pods.ownedBy(store, driver.pod()).stream()
                .filter(pod -> "executor".equals(Meta.labels(pod).get("spark-role")))
                .toList();
    }

    boolean anyRunning() {
        return pods().stream().anyMatch(pod -> Pods.phase(pod).equals("Running"));
    }

    void remove() {
        for (ObjectNode pod : pods()) {
            try {
                store.delete(Kinds.POD, Meta.namespace(pod), Meta.name(pod), Deletion.BACKGROUND);
            } catch (StatusException gone) {
                // The garbage collector was faster.
            }
        }
    }
}
