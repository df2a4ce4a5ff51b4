package io.slipway.sandbox.flinkoperator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.flink.HighAvailability;
import io.slipway.sandbox.store.Deletion;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.store.ResourceKind;
import java.util.Optional;
import java.util.stream.Collectors;

/** The objects of a cluster: configuration, services, JobManager, and in standalone mode the TaskManagers. */
final class ClusterObjects {
    private static final int REST = 8081;
    private static final int RPC = 6123;
    private static final int BLOB = 6124;

    private final ObjectStore store;
    private final DeploymentSpec spec;

    ClusterObjects(ObjectStore store, DeploymentSpec spec) {
        this.store = store;
        this.spec = spec;
    }

    static String rest(String cluster) {
        return cluster + "-rest";
    }

    Optional<ObjectNode> jobManager() {
        return store.view(Kinds.DEPLOYMENT, spec.namespace(), spec.name());
    }

    /** Whether nothing of the cluster runs any more. */
    boolean areGone() {
        return jobManager().isEmpty()
                && store.views(Kinds.POD, spec.namespace()).objects().stream()
                        .noneMatch(pod -> Meta.labels(pod)
                                        .getOrDefault("app", "")
                                        .equals(spec.name())
                                && Meta.labels(pod).getOrDefault("type", "").startsWith("flink-"));
    }

    /** Makes what is missing. */
    void create() {
        config();
        service(rest(spec.name()), false, "rest", REST);
        if (!spec.isHighlyAvailable()) {
            service(spec.name(), true, "jobmanager-rpc", RPC);
        }
        put(Kinds.DEPLOYMENT, deployment(spec.name(), "jobManager", 1, jobManagerCommand()));
        if (spec.isStandalone()) {
            put(
                    Kinds.DEPLOYMENT,
                    deployment(
                            spec.name() + "-taskmanager",
                            "taskManager",
                            spec.idleTaskManagers(),
                            "kubernetes-taskmanager.sh"));
        }
    }

    private String jobManagerCommand() {
        return "kubernetes-jobmanager.sh " + (spec.isSession() ? "kubernetes-session" : "kubernetes-application");
    }

    private void config() {
        String yaml = spec.configuration().entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining("\n", "", "\n"));
        ObjectNode map = named("flink-config-" + spec.name());
        String version = spec.spec().path("flinkVersion").asText("");
        map.putObject("data").put(version.startsWith("v2") ? "config.yaml" : "flink-conf.yaml", yaml);
        put(Kinds.CONFIG_MAP, map);
    }

    private void service(String name, boolean headless, String port, int number) {
        ObjectNode service = named(name);
        ObjectNode body = service.putObject("spec");
        if (headless) {
            body.put("clusterIP", "None");
        } else {
            body.put("type", "ClusterIP");
        }
        body.set("selector", PodTemplate.labels(spec, "jobManager"));
        var ports = body.putArray("ports");
        ports.addObject().put("name", port).put("port", number).put("targetPort", number);
        if (headless) {
            ports.addObject().put("name", "blobserver").put("port", BLOB).put("targetPort", BLOB);
        }
        put(Kinds.SERVICE, service);
    }

    private ObjectNode deployment(String name, String component, int replicas, String command) {
        ObjectNode deployment = named(name);
        deployment.withObject("/metadata/labels").setAll(PodTemplate.labels(spec, component));
        ObjectNode body = deployment.putObject("spec").put("replicas", replicas);
        body.putObject("strategy").put("type", "Recreate");
        body.putObject("selector").set("matchLabels", PodTemplate.labels(spec, component));
        ObjectNode template = PodTemplate.of(spec, component, command);
        if (component.equals("jobManager")) {
            ports((ObjectNode) template.at("/spec/containers/0"));
        }
        body.set("template", template);
        return deployment;
    }

    private static void ports(ObjectNode container) {
        var ports = container.withArray("ports");
        ports.addObject().put("name", "rest").put("containerPort", REST);
        ports.addObject().put("name", "jobmanager-rpc").put("containerPort", RPC);
        ports.addObject().put("name", "blobserver").put("containerPort", BLOB);
    }

    private ObjectNode named(String name) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        ObjectNode metadata = object.putObject("metadata").put("name", name).put("namespace", spec.namespace());
        metadata.putObject("labels").put("app", spec.name());
        return object;
    }

    private void put(ResourceKind kind, ObjectNode object) {
        if (store.view(kind, spec.namespace(), Meta.name(object)).isEmpty()) {
            Meta.own(object, FlinkKinds.DEPLOYMENT, spec.object());
            store.create(kind, object);
        } else if (object.has("data")) {
            store.mutate(kind, spec.namespace(), Meta.name(object), now -> {
                now.set("data", object.get("data"));
                return now;
            });
        }
    }

    /** Stops the processes; services and configuration stay. */
    void stop() {
        delete(spec.name());
        delete(spec.name() + "-taskmanager");
    }

    /** Forgets which jobs there were. */
    void forgetJobs() {
        if (spec.isHighlyAvailable()) {
            new HighAvailability(store, spec.namespace(), spec.name()).forget();
        }
    }

    private void delete(String deployment) {
        if (store.view(Kinds.DEPLOYMENT, spec.namespace(), deployment).isPresent()) {
            store.delete(Kinds.DEPLOYMENT, spec.namespace(), deployment, Deletion.BACKGROUND);
        }
    }
}
