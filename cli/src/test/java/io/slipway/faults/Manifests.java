package io.slipway.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.model.json.Json;
import java.util.List;
import java.util.Map;

/** The objects that are deployed for a row, each in a namespace of its own. */
final class Manifests {
    private static final String POD = "{'containers': [{'name': 'app', 'image': 'nginx:1', 'readinessProbe':"
            + " {'httpGet': {'path': '/', 'port': 80}}, 'ports': [{'containerPort': 80}]}]}";

    private static final Map<String, Map<String, String>> LABELS = Map.of(
            "submit", Map.of("app.kubernetes.io/name", "spark", "app.kubernetes.io/component", "submit"),
            "spark", Map.of("app.kubernetes.io/name", "spark"),
            "executor", Map.of("app.kubernetes.io/name", "spark", "spark-role", "executor"),
            "jobmanager", Map.of("app.kubernetes.io/name", "flink", "app.kubernetes.io/component", "jobmanager"),
            "taskmanager", Map.of("app.kubernetes.io/name", "flink", "app.kubernetes.io/component", "taskmanager"));

    private Manifests() {}

    /** The kind of what is broken, in lower case. */
    static String kind(String make) {
        return switch (make) {
            case "finite" -> "pod";
            case "claim" -> "persistentvolumeclaim";
            case "quota" -> "resourcequota";
            case "held" -> "configmap";
            case "stream", "streamless" -> "buildconfig";
            default -> make;
        };
    }

    /** The objects, the namespace first. */
    static List<ObjectNode> of(FaultRow row) {
        ObjectNode namespace = object("v1", "Namespace", row.name(), "");
        return switch (row.make()) {
            case "pod" -> List.of(namespace, pod(row, "Always"));
            case "finite" -> List.of(namespace, pod(row, "Never"));
            case "replicaset" -> List.of(namespace, workload(row, "apps/v1", "ReplicaSet", "{'replicas': 1}"));
            case "deployment" -> List.of(namespace, workload(row, "apps/v1", "Deployment", "{'replicas': 1}"));
            case "statefulset" ->
                List.of(namespace, workload(row, "apps/v1", "StatefulSet", "{'replicas': 1, 'serviceName': 'none'}"));
            case "job" -> List.of(namespace, job(row));
            case "claim" ->
                List.of(
                        namespace,
                        made(
                                row,
                                "v1",
                                "PersistentVolumeClaim",
                                "{'accessModes': ['ReadWriteOnce'], 'resources': {'requests': {'storage': '1Gi'}}}"));
            case "build" ->
                List.of(
                        namespace,
                        made(
                                row,
                                "build.openshift.io/v1",
                                "Build",
                                "{'source': {'dockerfile': 'FROM scratch'}, 'strategy': {'type': 'Docker'}}"));
            case "stream" -> List.of(object("image.openshift.io/v1", "ImageStream", row.name(), ""), buildConfig(row));
            case "streamless" -> List.of(buildConfig(row));
            case "quota" ->
                List.of(namespace, made(row, "v1", "ResourceQuota", "{'hard': {'pods': '1'}}"), pod(row, "Always"));
            case "held" -> List.of(namespace, object("v1", "ConfigMap", row.name(), row.name()));
            case "service" -> List.of(namespace, service(row), pod(row, "Always"));
            case "route" ->
                List.of(
                        namespace,
                        made(
                                row,
                                "route.openshift.io/v1",
                                "Route",
                                "{'to': {'kind': 'Service', 'name': '" + row.name() + "'}}"));
            default -> throw new IllegalArgumentException("make: " + row.make() + " is not known");
        };
    }

    /** In the namespace of the target, as the verb wants it; nothing builds it before the step. */
    private static ObjectNode buildConfig(FaultRow row) {
        ObjectNode config = object("build.openshift.io/v1", "BuildConfig", row.name(), "");
        config.set(
                "spec",
                json("{'source': {'dockerfile': 'FROM scratch'}, 'strategy': {'type': 'Docker'}, 'output': {'to':"
                        + " {'kind': 'ImageStreamTag', 'name': '" + row.name() + ":1'}}}"));
        return config;
    }

    private static ObjectNode pod(FaultRow row, String restart) {
        ObjectNode pod = made(row, "v1", "Pod", POD);
        pod.withObject("/spec").put("restartPolicy", restart);
        label(pod, row);
        return pod;
    }

    private static ObjectNode workload(FaultRow row, String apiVersion, String kind, String spec) {
        ObjectNode object = made(row, apiVersion, kind, spec);
        object.withObject("/spec/selector/matchLabels").put("app", row.name());
        ObjectNode template = object.withObject("/spec/template");
        label(template, row);
        template.set("spec", json(POD));
        return object;
    }

    private static ObjectNode job(FaultRow row) {
        ObjectNode job = made(row, "batch/v1", "Job", "{'backoffLimit': 0}");
        ObjectNode spec = job.withObject("/spec/template/spec");
        spec.setAll(json(POD));
        spec.put("restartPolicy", "Never");
        return job;
    }

    private static ObjectNode service(FaultRow row) {
        return made(
                row,
                "v1",
                "Service",
                "{'selector': {'app': '" + row.name() + "'}, 'ports': [{'port': 80, 'targetPort': 80}]}");
    }

    private static void label(ObjectNode object, FaultRow row) {
        ObjectNode labels = object.withObject("/metadata/labels").put("app", row.name());
        LABELS.getOrDefault(row.labels(), Map.of()).forEach(labels::put);
    }

    /** The row's object with that spec, and the row's own spec laid over it when it is the one that is broken. */
    private static ObjectNode made(FaultRow row, String apiVersion, String kind, String spec) {
        ObjectNode object = object(apiVersion, kind, row.name(), row.name());
        ObjectNode specification = json(spec);
        if (kind.equalsIgnoreCase(kind(row.make()))) {
            specification.setAll(row.spec());
        }
        object.set("spec", specification);
        return object;
    }

    private static ObjectNode object(String apiVersion, String kind, String name, String namespace) {
        ObjectNode object = Json.mapper().createObjectNode().put("apiVersion", apiVersion);
        object.put("kind", kind).putObject("metadata").put("name", name);
        if (!namespace.isEmpty()) {
            object.withObject("/metadata").put("namespace", namespace);
        }
        return object;
    }

    private static ObjectNode json(String text) {
        JsonNode tree = Json.read(text.replace('\'', '"'), JsonNode.class);
        return (ObjectNode) tree;
    }
}
