package io.slipway.sandbox.spark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.kube.Quantities;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Pods as Spark builds them: the template file, then properties. */
final class PodTemplates {
    private static final BigDecimal MEBI = BigDecimal.valueOf(1L << 20);
    private static final BigDecimal LEAST_OVERHEAD = MEBI.multiply(BigDecimal.valueOf(384));

    private PodTemplates() {}

    /** The template with the pod's metadata and first container made sure of. */
    static ObjectNode read(String yaml) {
        ObjectNode pod = JsonNodeFactory.instance.objectNode();
        if (!yaml.isBlank()) {
            try {
                Object tree = new Load(LoadSettings.builder().build()).loadFromString(yaml);
                JsonNode read = new ObjectMapper().valueToTree(tree);
                pod = read instanceof ObjectNode object ? object : pod;
            } catch (YamlEngineException wrong) {
                throw new IllegalArgumentException(
                        "Could not load pod from template file: " + wrong.getMessage(), wrong);
            }
        }
        pod.put("apiVersion", "v1").put("kind", "Pod");
        pod.withObject("/metadata").withObject("/labels");
        var containers = pod.withObject("/spec").withArray("containers");
        if (containers.isEmpty()) {
            containers.addObject();
        }
        return pod;
    }

    static ObjectNode container(ObjectNode pod) {
        return (ObjectNode) pod.path("spec").path("containers").get(0);
    }

    static void common(ObjectNode pod, SparkConf conf, String role) {
        ObjectNode container = container(pod);
        container.put(
                "image",
                conf.get(
                        "spark.kubernetes." + role + ".container.image",
                        conf.get("spark.kubernetes.container.image", "apache/spark:3.5.7")));
        container.put("imagePullPolicy", conf.get("spark.kubernetes.container.image.pullPolicy", "IfNotPresent"));
        pod.withObject("/spec").put("restartPolicy", "Never");
        ObjectNode labels = pod.withObject("/metadata").withObject("/labels");
        conf.under("spark.kubernetes." + role + ".label.").forEach(labels::put);
        conf.under("spark.kubernetes." + role + ".annotation.")
                .forEach((key, value) ->
                        pod.withObject("/metadata").withObject("/annotations").put(key, value));
        resources(container, conf, role);
        secrets(container, conf.under("spark.kubernetes." + role + ".secretKeyRef."));
    }

    private static void resources(ObjectNode container, SparkConf conf, String role) {
        String cores =
                conf.get("spark.kubernetes." + role + ".request.cores", conf.get("spark." + role + ".cores", "1"));
        String limit = conf.get("spark.kubernetes." + role + ".limit.cores", "");
        BigDecimal heap = Quantities.parse(conf.get("spark." + role + ".memory", "1g")
                .replaceAll("(?i)([mgk])b?$", "$1i")
                .replace("gi", "Gi")
                .replace("mi", "Mi")
                .replace("ki", "Ki"));
        BigDecimal overhead = heap.multiply(new BigDecimal("0.1")).max(LEAST_OVERHEAD);
        String memory = heap.add(overhead).divide(MEBI, 0, RoundingMode.CEILING) + "Mi";
        ObjectNode resources = container.withObject("/resources");
        resources.withObject("/requests").put("cpu", cores).put("memory", memory);
        ObjectNode limits = resources.withObject("/limits").put("memory", memory);
        if (!limit.isEmpty()) {
            limits.put("cpu", limit);
        }
    }

    private static void secrets(ObjectNode container, Map<String, String> references) {
        references.forEach((name, reference) -> {
            String[] parts = reference.split(":", 2);
            container
                    .withArray("env")
                    .addObject()
                    .put("name", name)
                    .putObject("valueFrom")
                    .putObject("secretKeyRef")
                    .put("name", parts[0])
                    .put("key", parts.length > 1 ? parts[1] : "");
        });
    }

    static void env(ObjectNode container, String name, String value) {
        container.withArray("env").addObject().put("name", name).put("value", value);
    }
}
