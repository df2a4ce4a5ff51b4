package io.slipway.activities.cluster.images;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What fills tags of image streams. */
public final class ImageSource {
    private ImageSource() {}

    /**
     * The tags that are filled by an object: what a BuildConfig pushes, and the tags that an ImageStream imports. Whether the import
     * finds its image only its registry knows.
     *
     * @param namespace the object's
     */
    public static List<StreamTag> tags(JsonNode object, String namespace) {
        JsonNode spec = object.path("spec");
        return switch (object.path("kind").asText()) {
            case "BuildConfig" ->
                StreamTag.referred(spec.path("output").path("to"), namespace).stream()
                        .toList();
            case "ImageStream" -> {
                String name = object.path("metadata").path("name").asText();
                yield spec.path("tags")
                        .valueStream()
                        .filter(tag -> tag.hasNonNull("from"))
                        .map(tag ->
                                new StreamTag(namespace, name, tag.path("name").asText()))
                        .toList();
            }
            default -> List.of();
        };
    }
}
