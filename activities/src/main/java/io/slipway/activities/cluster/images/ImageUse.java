package io.slipway.activities.cluster.images;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.slipway.model.json.Json;
import io.slipway.model.manifest.ContainerImages;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where an object refers to an image stream.
 *
 * @param user what of the object: {@code container 'web'}, {@code its image trigger}
 * @param image as it is written
 * @param tag what it refers to
 * @param shortName whether it only does where such names are looked up among the namespace's streams; else it is Docker Hub's
 */
public record ImageUse(String user, String image, StreamTag tag, boolean shortName) {
    private static final String TRIGGERS = "image.openshift.io/triggers";
    private static final String RESOLVES = "alpha.image.policy.openshift.io/resolve-names";

    /**
     * All places of an object that refer to an image stream, or may do so by a short name.
     *
     * @param namespace the object's
     */
    public static List<ImageUse> of(JsonNode object, String namespace) {
        List<ImageUse> uses = new ArrayList<>();
        boolean resolves = resolves(object) || resolves(object.at("/spec/template"));
        ContainerImages.of(object).forEach(named -> uses.addAll(of(named, namespace, resolves)));
        triggers(object)
                .forEach(from -> StreamTag.referred(from, namespace)
                        .ifPresent(tag -> uses.add(new ImageUse("its image trigger", name(from), tag, false))));
        bases(object)
                .forEach(from -> StreamTag.referred(from, namespace)
                        .ifPresent(tag -> uses.add(new ImageUse("the image it starts from", name(from), tag, false))));
        return uses;
    }

    /** The same for the options of Spark and Flink that a step gives to a command. */
    public static List<ImageUse> ofOptions(JsonNode block, String namespace) {
        return ContainerImages.ofOptions(block).stream()
                .flatMap(named -> of(named, namespace, false).stream())
                .toList();
    }

    private static List<ImageUse> of(ContainerImages.Named named, String namespace, boolean resolves) {
        Stream<ImageUse> internal =
                StreamTag.internal(named.image())
                        .map(tag -> new ImageUse(named.user(), named.image(), tag, false))
                        .stream();
        Stream<ImageUse> local = StreamTag.local(named.image(), namespace)
                .map(tag -> new ImageUse(named.user(), named.image(), tag, !resolves))
                .stream();
        return Stream.concat(internal, local).toList();
    }

    /** What a build starts from, whatever its strategy, and what the tags of an ImageStream stand for. */
    private static Stream<JsonNode> bases(JsonNode object) {
        JsonNode spec = object.path("spec");
        Stream<JsonNode> holders = switch (object.path("kind").asText()) {
            case "BuildConfig" -> spec.path("strategy").valueStream();
            case "ImageStream" -> spec.path("tags").valueStream();
            default -> Stream.empty();
        };
        return holders.map(each -> each.path("from"));
    }

    private static boolean resolves(JsonNode object) {
        return object.path("metadata")
                .path("annotations")
                .path(RESOLVES)
                .asText()
                .equals("*");
    }

    /** What the triggers of a workload, which are JSON in an annotation, and those of a DeploymentConfig follow. */
    private static Stream<JsonNode> triggers(JsonNode object) {
        String annotation =
                object.path("metadata").path("annotations").path(TRIGGERS).asText();
        Stream<JsonNode> annotated =
                annotation.isEmpty() ? Stream.empty() : read(annotation).valueStream();
        Stream<JsonNode> spec = object.path("kind").asText().equals("DeploymentConfig")
                ? object.path("spec").path("triggers").valueStream().map(each -> each.path("imageChangeParams"))
                : Stream.empty();
        return Stream.concat(annotated, spec).map(each -> each.path("from"));
    }

    private static JsonNode read(String annotation) {
        try {
            return Json.read(annotation, JsonNode.class);
        } catch (UncheckedIOException e) {
            return MissingNode.getInstance(); // OpenShift passes over it as well
        }
    }

    private static String name(JsonNode from) {
        return from.path("name").asText();
    }
}
