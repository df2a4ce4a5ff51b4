package io.slipway.sandbox.spark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.store.Meta;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A SparkApplication as spark-submit would be told of it.
 *
 * @param application the object
 */
record ApplicationSpec(ObjectNode application) {
    private JsonNode spec() {
        return application.path("spec");
    }

    SparkConf conf() {
        String name = Meta.name(application);
        Map<String, String> conf = new TreeMap<>();
        put(conf, "spark.kubernetes.container.image", spec().path("image"));
        for (String role : List.of("driver", "executor")) {
            JsonNode part = spec().path(role);
            put(conf, "spark." + role + ".cores", part.path("cores"));
            put(conf, "spark." + role + ".memory", part.path("memory"));
            put(conf, "spark.kubernetes.authenticate." + role + ".serviceAccountName", part.path("serviceAccount"));
            conf.put("spark.kubernetes." + role + ".label.sparkoperator.k8s.io/app-name", name);
            part.path("labels")
                    .properties()
                    .forEach(label ->
                            put(conf, "spark.kubernetes." + role + ".label." + label.getKey(), label.getValue()));
        }
        put(conf, "spark.executor.instances", spec().path("executor").path("instances"));
        spec().path("sparkConf").properties().forEach(entry -> put(conf, entry.getKey(), entry.getValue()));
        conf.put("spark.app.name", name);
        conf.put("spark.kubernetes.namespace", Meta.namespace(application));
        conf.put(
                "spark.kubernetes.driver.pod.name", spec().at("/driver/podName").asText(name + "-driver"));
        return new SparkConf(conf);
    }

    /** A pod template with the driver's environment. */
    String driverTemplate() {
        ObjectNode pod = JsonNodeFactory.instance.objectNode();
        ObjectNode container = pod.putObject("spec").putArray("containers").addObject();
        container.set("env", spec().at("/driver/env").isArray() ? spec().at("/driver/env") : container.arrayNode());
        return pod.toString();
    }

    List<String> args() {
        List<String> words =
                new ArrayList<>(List.of("driver", "--properties-file", "/opt/spark/conf/spark.properties"));
        if (spec().has("mainClass")) {
            words.addAll(List.of("--class", spec().path("mainClass").asText()));
        }
        words.add(spec().path("mainApplicationFile").asText());
        spec().path("arguments").forEach(word -> words.add(word.asText()));
        return words;
    }

    private static void put(Map<String, String> conf, String key, JsonNode value) {
        if (!value.isMissingNode() && !value.isNull()) {
            conf.put(key, value.asText());
        }
    }
}
