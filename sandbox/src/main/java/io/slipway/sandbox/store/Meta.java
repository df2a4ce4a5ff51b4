package io.slipway.sandbox.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads and writes {@code metadata}, the part every object has. */
public final class Meta {

    private Meta() {}

    /**
     * The {@code metadata} of an object, made when it is missing.
     *
     * @param object the object
     * @return its metadata, part of the object
     */
    public static ObjectNode of(ObjectNode object) {
        return object.get("metadata") instanceof ObjectNode meta ? meta : object.putObject("metadata");
    }

    /**
     * The name.
     *
     * @param object any object
     * @return {@code metadata.name}, empty when there is none
     */
    public static String name(JsonNode object) {
        return text(object, "name");
    }

    /**
     * The namespace.
     *
     * @param object any object
     * @return {@code metadata.namespace}, empty when there is none
     */
    public static String namespace(JsonNode object) {
        return text(object, "namespace");
    }

    /**
     * The unique id.
     *
     * @param object any object
     * @return {@code metadata.uid}, empty when there is none
     */
    public static String uid(JsonNode object) {
        return text(object, "uid");
    }

    /**
     * The version of the object.
     *
     * @param object any object
     * @return {@code metadata.resourceVersion} as a number, 0 when there is none
     */
    public static long version(JsonNode object) {
        String text = text(object, "resourceVersion");
        try {
            return text.isEmpty() ? 0 : Long.parseLong(text);
        } catch (NumberFormatException none) {
            throw Refusals.unforeseen(Refusals.noNumber("ParseUint", text));
        }
    }

    /**
     * Whether deletion was asked for and something still holds the object.
     *
     * @param object any object
     * @return true when {@code metadata.deletionTimestamp} is set
     */
    public static boolean deleting(JsonNode object) {
        return object.path("metadata").hasNonNull("deletionTimestamp");
    }

    /**
     * The labels.
     *
     * @param object any object
     * @return a sorted copy of {@code metadata.labels}
     */
    public static Map<String, String> labels(JsonNode object) {
        return strings(object.path("metadata").path("labels"));
    }

    /**
     * The annotations.
     *
     * @param object any object
     * @return a sorted copy of {@code metadata.annotations}
     */
    public static Map<String, String> annotations(JsonNode object) {
        return strings(object.path("metadata").path("annotations"));
    }

    /**
     * What still holds an object that is being deleted.
     *
     * @param object any object
     * @return a copy of {@code metadata.finalizers}
     */
    public static List<String> finalizers(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.path("metadata").path("finalizers").forEach(name -> names.add(name.asText()));
        return names;
    }

    /**
     * Adds a finalizer unless it is there.
     *
     * @param object the object to change
     * @param finalizer its name
     */
    public static void addFinalizer(ObjectNode object, String finalizer) {
        if (!finalizers(object).contains(finalizer)) {
            of(object).withArray("finalizers").add(finalizer);
        }
    }

    /**
     * Removes a finalizer.
     *
     * @param object the object to change
     * @param finalizer its name
     */
    public static void removeFinalizer(ObjectNode object, String finalizer) {
        List<String> rest = finalizers(object);
        rest.remove(finalizer);
        if (rest.isEmpty()) {
            of(object).remove("finalizers");
        } else {
            ArrayNode array = of(object).putArray("finalizers");
            rest.forEach(array::add);
        }
    }

    /**
     * The owner that controls an object.
     *
     * @param object any object
     * @return the owner reference with {@code controller: true}
     */
    public static Optional<JsonNode> controller(JsonNode object) {
        for (JsonNode owner : object.path("metadata").path("ownerReferences")) {
            if (owner.path("controller").asBoolean()) {
                return Optional.of(owner);
            }
        }
        return Optional.empty();
    }

    /**
     * Makes an object owned and controlled by another, so that the garbage collector deletes it with its owner.
     *
     * @param object the object to change
     * @param kind the owner's kind
     * @param owner the owner
     */
    public static void own(ObjectNode object, ResourceKind kind, JsonNode owner) {
        of(object)
                .withArray("ownerReferences")
                .addObject()
                .put("apiVersion", kind.apiVersion())
                .put("kind", kind.kind())
                .put("name", name(owner))
                .put("uid", uid(owner))
                .put("controller", true)
                .put("blockOwnerDeletion", true);
    }

    private static String text(JsonNode object, String field) {
        return object.path("metadata").path(field).asText("");
    }

    private static Map<String, String> strings(JsonNode map) {
        Map<String, String> result = new TreeMap<>();
        map.properties()
                .forEach(entry -> result.put(entry.getKey(), entry.getValue().asText()));
        return result;
    }
}
