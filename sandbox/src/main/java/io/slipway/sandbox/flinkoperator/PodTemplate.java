package io.slipway.sandbox.flinkoperator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pods of a cluster: the common template, the component's template over it, and what Flink itself adds. */
final class PodTemplate {
    static final String CONTAINER = "flink-main-container";
    private static final Pattern MEMORY = Pattern.compile("([\\d.]+)\\s*([kmgt]?)i?(b|bytes)?");
    private static final String CONF = "flink-config-volume";

    private final DeploymentSpec spec;
    private final String component;

    private PodTemplate(DeploymentSpec spec, String component) {
        this.spec = spec;
        this.component = component;
    }

    /**
     * A pod template: metadata and spec.
     *
     * @param component {@code jobManager} or {@code taskManager}
     */
    static ObjectNode of(DeploymentSpec spec, String component, String command) {
        return new PodTemplate(spec, component).make(command);
    }

    private ObjectNode make(String command) {
        ObjectNode template = JsonNodeFactory.instance.objectNode();
        merge(template, spec.spec().path("podTemplate"));
        merge(template, spec.spec().path(component).path("podTemplate"));
        template.retain("metadata", "spec");
        template.withObject("/metadata/labels").setAll(labels(spec, component));
        ObjectNode pod = template.withObject("/spec");
        pod.put("serviceAccountName", spec.spec().path("serviceAccount").asText("default"));
        pod.withArray("volumes")
                .addObject()
                .put("name", CONF)
                .putObject("configMap")
                .put("name", "flink-config-" + spec.name());
        ObjectNode container = container(pod);
        container.put("image", spec.image());
        container.set("command", JsonNodeFactory.instance.arrayNode().add("/docker-entrypoint.sh"));
        container.set(
                "args",
                JsonNodeFactory.instance.arrayNode().add("bash").add("-c").add(command));
        container.withArray("volumeMounts").addObject().put("name", CONF).put("mountPath", "/opt/flink/conf");
        if (spec.spec().hasNonNull("imagePullPolicy")) {
            container.set("imagePullPolicy", spec.spec().get("imagePullPolicy"));
        }
        resources(container, spec.spec().path(component).path("resource"));
        return template;
    }

    static ObjectNode labels(DeploymentSpec spec, String component) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("app", spec.name())
                .put("component", component.toLowerCase(Locale.ROOT))
                .put("type", spec.isStandalone() ? "flink-standalone-kubernetes" : "flink-native-kubernetes");
    }

    private static ObjectNode container(ObjectNode pod) {
        ArrayNode all = pod.withArray("containers");
        for (JsonNode each : all) {
            if (each.path("name").asText().equals(CONTAINER)) {
                return (ObjectNode) each;
            }
        }
        return all.insertObject(0).put("name", CONTAINER);
    }

    private static void resources(ObjectNode container, JsonNode resource) {
        ObjectNode amounts = JsonNodeFactory.instance.objectNode();
        amounts.put("cpu", resource.path("cpu").asText("1"))
                .put("memory", memory(resource.path("memory").asText("1024m")));
        if (resource.hasNonNull("ephemeralStorage")) {
            amounts.put(
                    "ephemeral-storage",
                    memory(resource.path("ephemeralStorage").asText()));
        }
        ObjectNode resources = container.putObject("resources");
        resources.set("requests", amounts);
        resources.set("limits", amounts.deepCopy());
    }

    /** Flink's memory sizes are powers of 1024 whatever the letter; Kubernetes takes them in MiB. */
    private static String memory(String flink) {
        Matcher parts = MEMORY.matcher(flink.strip().toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            return flink;
        }
        int power = " kmgt".indexOf(parts.group(2).isEmpty() ? " " : parts.group(2));
        BigDecimal bytes =
                new BigDecimal(parts.group(1)).multiply(BigDecimal.valueOf(1024).pow(power));
        return bytes.divideToIntegralValue(BigDecimal.valueOf(1024L * 1024)).toBigInteger() + "Mi";
    }

    /** Objects are merged field by field, lists of named things by name; other lists are joined. */
    private static void merge(ObjectNode into, JsonNode from) {
        from.properties().forEach(entry -> {
            JsonNode now = into.get(entry.getKey());
            if (now instanceof ObjectNode object && entry.getValue().isObject()) {
                merge(object, entry.getValue());
            } else if (now instanceof ArrayNode list && entry.getValue().isArray()) {
                entry.getValue().forEach(each -> add(list, each));
            } else {
                into.set(entry.getKey(), entry.getValue().deepCopy());
            }
        });
    }

    private static void add(ArrayNode list, JsonNode element) {
        for (JsonNode known : list) {
            if (known instanceof ObjectNode object
                    && known.has("name")
                    && known.path("name").equals(element.path("name"))) {
                merge(object, element);
                return;
            }
        }
        list.add(element.deepCopy());
    }
}
