package io.slipway.sandbox.images;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.ObjectStore;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Resolves image names as an OpenShift node does. */
public final class ImageLookup {
    /** Where OpenShift's internal registry answers, as the cluster itself names it. */
    public static final String REGISTRY = "image-registry.openshift-image-registry.svc:5000";

    private static final Pattern NAME = Pattern.compile(
            "([a-z0-9.-]+(?::\\d+)?/)?([a-z0-9._-]+/)*[a-z0-9._-]+(:[\\w.-]{1,128})?(@sha256:[0-9a-f]{64})?");
    private static final Pattern INTERNAL =
            Pattern.compile(Pattern.quote(REGISTRY) + "/([^/]+)/([^/:@]+)(?::([^@]+))?(?:@(sha256:[0-9a-f]{64}))?");
    private static final Pattern BARE = Pattern.compile("([^/:@]+)(?::([^@]+))?");

    private final ObjectStore store;

    public ImageLookup(ObjectStore store) {
        this.store = store;
    }

    /** The answer of a registry. */
    public sealed interface Answer {}

    /**
     * The image is there.
     *
     * @param id repository and digest
     */
    public record Found(String id) implements Answer {}

    /** The registry does not have it; the message is the runtime's. */
    public record Missing(String message) implements Answer {}

    /** The name cannot be read at all. */
    public record Invalid(String message) implements Answer {}

    /** Looks an image up for a pod of a namespace. */
    public Answer find(String namespace, String image) {
        if (!NAME.matcher(image).matches()) {
            return new Invalid("Failed to apply default image tag \"" + image + "\": couldn't parse image name \""
                    + image + "\": invalid reference format" + ImageName.upperCase(image));
        }
        Matcher internal = INTERNAL.matcher(image);
        if (internal.matches()) {
            return stream(internal.group(1), internal.group(2), internal.group(3), internal.group(4), image);
        }
        Matcher bare = BARE.matcher(image);
        if (bare.matches() && locallyResolved(namespace, bare.group(1))) {
            String tag = bare.group(2) == null ? "latest" : bare.group(2);
            return stream(
                    namespace, bare.group(1), tag, null, REGISTRY + "/" + namespace + "/" + bare.group(1) + ":" + tag);
        }
        return new Found(image.replaceAll("[:@][^/]*$", "") + "@" + Digests.of(image));
    }

    private boolean locallyResolved(String namespace, String name) {
        return store.view(Kinds.IMAGE_STREAM, namespace, name)
                .filter(stream ->
                        stream.path("spec").path("lookupPolicy").path("local").asBoolean())
                .isPresent();
    }

    private Answer stream(String namespace, String name, String tag, String digest, String image) {
        String wanted = tag == null ? "latest" : tag;
        Optional<String> pushed = digest != null
                ? Optional.of(digest).filter(one -> pushed(namespace, name, one))
                : latest(namespace, name, wanted);
        if (pushed.isPresent()) {
            return new Found(REGISTRY + "/" + namespace + "/" + name + "@" + pushed.get());
        }
        return new Missing("initializing source docker://" + image + ": reading manifest "
                + (digest == null ? wanted : digest) + " in " + REGISTRY + "/" + namespace + "/" + name
                + ": manifest unknown");
    }

    private boolean pushed(String namespace, String name, String digest) {
        ObjectNode stream = store.view(Kinds.IMAGE_STREAM, namespace, name).orElse(null);
        return stream != null
                && stream.path("status").path("tags").findValuesAsText("image").contains(digest);
    }

    /** The digest a tag of a stream points at. */
    public Optional<String> latest(String namespace, String name, String tag) {
        return store.view(Kinds.IMAGE_STREAM, namespace, name)
                .flatMap(stream -> tag(stream, tag))
                .map(entry -> entry.path("items").path(0).path("image").asText(""))
                .filter(digest -> !digest.isEmpty());
    }

    private static Optional<JsonNode> tag(JsonNode stream, String tag) {
        for (JsonNode entry : stream.path("status").path("tags")) {
            if (entry.path("tag").asText().equals(tag)) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }
}
