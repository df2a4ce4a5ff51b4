package io.slipway.sandbox.flink;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.kube.Quantities;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.store.ResourceKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The objects of a cluster in native mode, as Flink's Kubernetes client names and labels them. */
record NativeCluster(String namespace, FlinkConfig config) {
    private static final String CONTAINER = "flink-main-container";

    String id() {
        return config.get("kubernetes.cluster-id", "");
    }

    /** Deployment, configuration and services. With high availability nobody needs a Service to find the JobManager. */
    void create(ObjectStore store) {
        ObjectNode deployment = store.create(Kinds.DEPLOYMENT, deployment());
        store.create(Kinds.CONFIG_MAP, owned(configuration(), deployment));
        if (!config.highAvailability()) {
            store.create(
                    Kinds.SERVICE,
                    owned(service(id(), true, Map.of("jobmanager-rpc", 6123, "blobserver", 6124)), deployment));
        }
        store.create(Kinds.SERVICE, owned(service(id() + "-rest", false, Map.of("rest", 8081)), deployment));
    }

    private static ObjectNode owned(ObjectNode object, ObjectNode deployment) {
        Meta.own(object, Kinds.DEPLOYMENT, deployment);
        return object;
    }

    private ObjectNode named(ResourceKind kind, String name, String component) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("apiVersion", kind.apiVersion()).put("kind", kind.kind());
        ObjectNode meta = object.putObject("metadata").put("name", name).put("namespace", namespace);
        labels(meta.putObject("labels"), component);
        return object;
    }

    private void labels(ObjectNode labels, String component) {
        labels.put("app", id()).put("component", component).put("type", "flink-native-kubernetes");
        for (String pair : config.get("kubernetes." + component + ".labels", "").split(",")) {
            String[] parts = pair.strip().split(":", 2);
            if (parts.length == 2) {
                labels.put(parts[0], parts[1]);
            }
        }
    }

    private ObjectNode deployment() {
        ObjectNode deployment = named(Kinds.DEPLOYMENT, id(), "jobmanager");
        ObjectNode spec = deployment.putObject("spec").put("replicas", 1);
        labels(spec.putObject("selector").putObject("matchLabels"), "jobmanager");
        ObjectNode template = spec.putObject("template");
        labels(template.putObject("metadata").putObject("labels"), "jobmanager");
        pod(template.putObject("spec"), "jobmanager", "kubernetes-jobmanager.sh kubernetes-application");
        return deployment;
    }

    /** A TaskManager's pod; its number makes its name. */
    ObjectNode taskManager(ObjectNode deployment, int number) {
        ObjectNode pod = named(Kinds.POD, id() + "-taskmanager-1-" + number, "taskmanager");
        pod(
                pod.putObject("spec").put("restartPolicy", "Never"),
                "taskmanager",
                "kubernetes-taskmanager.sh -Djobmanager.rpc.address=" + id() + "." + namespace);
        return owned(pod, deployment);
    }

    private void pod(ObjectNode spec, String process, String command) {
        spec.put(
                "serviceAccountName",
                config.get(
                        "kubernetes." + process + ".service-account",
                        config.get("kubernetes.service-account", "default")));
        ObjectNode container = spec.putArray("containers").addObject().put("name", CONTAINER);
        container.put(
                "image",
                config.get(
                        "kubernetes.container.image.ref",
                        config.get("kubernetes.container.image", "apache/flink:2.1.0")));
        container.put("imagePullPolicy", config.get("kubernetes.container.image.pull-policy", "IfNotPresent"));
        container.putArray("args").add("bash").add("-c").add(command);
        environment(container.putArray("env"));
        resources(container, process);
        container
                .putArray("volumeMounts")
                .addObject()
                .put("name", "flink-config-volume")
                .put("mountPath", "/opt/flink/conf");
        spec.putArray("volumes")
                .addObject()
                .put("name", "flink-config-volume")
                .putObject("configMap")
                .put("name", "flink-config-" + id());
    }

    /** {@code kubernetes.env.secretKeyRef}: {@code env:NAME,secret:NAME,key:KEY}, several behind semicolons. */
    private void environment(ArrayNode env) {
        for (String entry : config.get("kubernetes.env.secretKeyRef", "").split(";")) {
            Map<String, String> parts = List.of(entry.split(",")).stream()
                    .map(part -> part.strip().split(":", 2))
                    .filter(part -> part.length == 2)
                    .collect(Collectors.toMap(part -> part[0], part -> part[1], (first, second) -> second));
            if (parts.keySet().containsAll(List.of("env", "secret", "key"))) {
                env.addObject()
                        .put("name", parts.get("env"))
                        .putObject("valueFrom")
                        .putObject("secretKeyRef")
                        .put("name", parts.get("secret"))
                        .put("key", parts.get("key"));
            }
        }
    }

    private void resources(ObjectNode container, String process) {
        String key = "kubernetes." + process + ".cpu";
        BigDecimal cpu = new BigDecimal(config.get(key + ".amount", config.get(key, "1")));
        BigDecimal factor = new BigDecimal(config.get(key + ".limit-factor", "1"));
        String memory = config.get(process + ".memory.process.size", "1728m")
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s*mb?$", "Mi")
                .replaceAll("\\s*gb?$", "Gi");
        ObjectNode resources = container.putObject("resources");
        resources.putObject("requests").put("cpu", Quantities.cpu(cpu)).put("memory", memory);
        resources
                .putObject("limits")
                .put("cpu", Quantities.cpu(cpu.multiply(factor)))
                .put("memory", memory);
    }

    private ObjectNode configuration() {
        ObjectNode map = named(Kinds.CONFIG_MAP, "flink-config-" + id(), "jobmanager");
        String text = config.values().entrySet().stream()
                .map(entry -> entry.getKey() + ": '" + entry.getValue() + "'")
                .sorted()
                .collect(Collectors.joining("\n", "", "\n"));
        map.putObject("data").put("config.yaml", text);
        return map;
    }

    private ObjectNode service(String name, boolean headless, Map<String, Integer> ports) {
        ObjectNode service = named(Kinds.SERVICE, name, "jobmanager");
        ObjectNode spec = service.putObject("spec");
        if (headless) {
            spec.put("clusterIP", "None");
        }
        labels(spec.putObject("selector"), "jobmanager");
        ArrayNode list = spec.putArray("ports");
        ports.forEach((port, number) -> list.addObject().put("name", port).put("port", number));
        return service;
    }
}
