package io.slipway.model.manifest;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where Kubernetes objects name the images of their containers: in lists of containers, however deep in the spec, so in every
 * kind of workload and in pod templates of operators; in the fields that operators make containers of; and in options of Spark
 * and Flink.
 */
public final class ContainerImages {
    private static final Map<String, String> LISTS = Map.of(
            "containers", "container",
            "initContainers", "init container",
            "ephemeralContainers", "ephemeral container",
            "sidecars", "sidecar");
    private static final Map<String, List<String>> FIELDS = Map.of(
            "SparkApplication", List.of("/spec/image", "/spec/driver/image", "/spec/executor/image"),
            "ScheduledSparkApplication",
                    List.of("/spec/template/image", "/spec/template/driver/image", "/spec/template/executor/image"),
            "FlinkDeployment", List.of("/spec/image"));

    /** Options of Spark and of Flink on Kubernetes, as keys of a map and as {@code KEY=IMAGE} in words of a command. */
    private static final Pattern OPTION =
            Pattern.compile("spark\\.kubernetes\\.(?:(?:driver|executor)\\.)?container\\.image"
                    + "|kubernetes\\.container\\.image(?:\\.ref)?");

    private static final Pattern GIVEN =
            Pattern.compile("(?:^|[\\s\"'=]|-D)(" + OPTION.pattern() + ")=[\"']?([^\\s\"']+)");

    private final List<Named> found = new ArrayList<>();

    private ContainerImages() {}

    /**
     * An image that an object names.
     *
     * @param path where in the object
     * @param user what runs it, for messages: {@code container 'web'}, {@code spec.image}
     * @param image as it is written
     */
    public record Named(JsonPointer path, String user, String image) {}

    /** The images of an object that are not empty, in the order of its fields. */
    public static List<Named> of(JsonNode object) {
        ContainerImages images = new ContainerImages();
        for (String field : FIELDS.getOrDefault(object.path("kind").asText(), List.of())) {
            images.add(JsonPointer.compile(field), field.substring(1).replace('/', '.'), object.at(field));
        }
        images.look(object.path("spec"), JsonPointer.compile("/spec"));
        return List.copyOf(images.found);
    }

    /** The images that a step gives as options of Spark or Flink, outside of the objects in it. */
    public static List<Named> ofOptions(JsonNode block) {
        ContainerImages images = new ContainerImages();
        images.options(block, JsonPointer.empty());
        return List.copyOf(images.found);
    }

    private void options(JsonNode node, JsonPointer path) {
        if (node.has("apiVersion") && node.has("kind")) {
            return;
        }
        node.properties().forEach(entry -> {
            JsonPointer at = path.appendProperty(entry.getKey());
            option(entry.getKey(), entry.getValue(), at);
            options(entry.getValue(), at);
        });
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            options(node.get(i), path.appendIndex(i));
        }
        Matcher given = GIVEN.matcher(node.isTextual() ? node.textValue() : "");
        while (given.find()) {
            option(given.group(1), TextNode.valueOf(given.group(2)), path);
        }
    }

    private void option(String key, JsonNode value, JsonPointer path) {
        if (OPTION.matcher(key).matches()) {
            add(path, "option '" + key + "'", value);
        }
    }

    private void look(JsonNode node, JsonPointer path) {
        node.properties().forEach(entry -> {
            option(entry.getKey(), entry.getValue(), path.appendProperty(entry.getKey()));
            String container = LISTS.get(entry.getKey());
            if (container != null && entry.getValue().isArray()) {
                containers(container, entry.getValue(), path.appendProperty(entry.getKey()));
            }
            look(entry.getValue(), path.appendProperty(entry.getKey()));
        });
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            look(node.get(i), path.appendIndex(i));
        }
    }

    private void containers(String container, JsonNode list, JsonPointer path) {
        for (int i = 0; i < list.size(); i++) {
            JsonNode each = list.get(i);
            add(
                    path.appendIndex(i).appendProperty("image"),
                    container + " '" + each.path("name").asText(String.valueOf(i)) + "'",
                    each.path("image"));
        }
    }

    private void add(JsonPointer path, String user, JsonNode image) {
        if (image.isValueNode() && !image.isNull() && !image.asText().isEmpty()) {
            found.add(new Named(path, user, image.asText()));
        }
    }
}
