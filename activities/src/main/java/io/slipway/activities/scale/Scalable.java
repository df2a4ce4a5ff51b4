package io.slipway.activities.scale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.activities.cluster.named.NamedObject;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.action.Scale;
import java.util.List;
import java.util.Locale;

/**
 * An object with a size.
 *
 * @param object the object
 * @param path where its size is, field by field
 */
record Scalable(NamedObject object, List<String> path) {
    private static final String FLINK = "flink.apache.org";

    Scalable {
        path = List.copyOf(path);
    }

    /**
     * The size that the step means.
     *
     * @throws StepFailure when the object has none
     */
    static Scalable of(NamedObject object, Scale scale) {
        String kind = object.ref().kind();
        boolean flink = object.ref().group().equals(FLINK);
        if (scale.parallelism().isPresent()) {
            return flink
                    ? checked(object, List.of("spec", "job", "parallelism"), "a session cluster has no job of its own")
                    : kind.equals("Job")
                            ? checked(object, List.of("spec", "parallelism"), "")
                            : refused(object, "'parallelism' applies only to FlinkDeployment, FlinkSessionJob and Job");
        }
        if (flink) {
            return kind.equals("FlinkDeployment")
                    ? checked(
                            object,
                            List.of("spec", "taskManager", "replicas"),
                            "in native mode Flink itself decides how many TaskManagers there are: scale 'parallelism'")
                    : refused(object, "a " + kind + " has no pods of its own: scale 'parallelism'");
        }
        return checked(object, List.of("spec", "replicas"), "its kind cannot be scaled");
    }

    private static Scalable checked(NamedObject object, List<String> path, String why) {
        Scalable scalable = new Scalable(object, path);
        return scalable.value().isIntegralNumber()
                ? scalable
                : refused(object, "it has no " + scalable.field() + (why.isEmpty() ? "" : "; " + why));
    }

    private static Scalable refused(NamedObject object, String why) {
        throw StepFailure.permanent(
                object.ref().place() + " cannot be scaled this way",
                why,
                "name a scalable workload, such as deployment/NAME, or set the field in its manifest");
    }

    private JsonNode value() {
        return value(object.tree());
    }

    private JsonNode value(JsonNode tree) {
        JsonNode node = tree;
        for (String name : path) {
            node = node.path(name);
        }
        return node;
    }

    /** The size now. */
    long size() {
        return value().asLong();
    }

    /** The field, for people. */
    String field() {
        return String.join(".", path);
    }

    /** Such as {@code replicas}. */
    String word() {
        return path.getLast().toLowerCase(Locale.ROOT);
    }

    /** Whether managed fields name the size. */
    boolean isIn(JsonNode fields) {
        JsonNode node = fields;
        for (String name : path) {
            node = node.path("f:" + name);
        }
        return !node.isMissingNode();
    }

    /** Sets the size in a tree. */
    ObjectNode set(ObjectNode tree, long size) {
        ObjectNode node = tree;
        for (String name : path.subList(0, path.size() - 1)) {
            node = node.withObjectProperty(name);
        }
        node.put(path.getLast(), size);
        return tree;
    }

    /** The object with nothing but its name, to be applied; its uid makes the server refuse one made anew. */
    ObjectNode bare() {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.put("apiVersion", object.ref().apiVersion())
                .put("kind", object.ref().kind());
        ObjectNode metadata = tree.putObject("metadata");
        metadata.put("name", object.ref().name()).put("uid", object.uid());
        if (!object.ref().namespace().isEmpty()) {
            metadata.put("namespace", object.ref().namespace());
        }
        return tree;
    }
}
