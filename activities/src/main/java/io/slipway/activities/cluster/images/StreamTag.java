package io.slipway.activities.cluster.images;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An image of an image stream.
 *
 * @param namespace of the stream
 * @param stream its name
 * @param tag the tag, or the digest as {@code sha256:...}
 * @see <a href="https://docs.redhat.com/en/documentation/openshift_container_platform/latest/html/images/managing-image-streams">Image streams</a>
 */
public record StreamTag(String namespace, String stream, String tag) implements Comparable<StreamTag> {
    /** The internal registry as pods reach it, the one of OpenShift 3, and its usual route. */
    private static final String REGISTRY =
            "(?:image-registry\\.openshift-image-registry\\.svc(?:\\.cluster\\.local)?(?::\\d+)?"
                    + "|docker-registry\\.default\\.svc(?:\\.cluster\\.local)?(?::\\d+)?"
                    + "|default-route-openshift-image-registry\\.[^/]+)";

    private static final String IMAGE = "([^/:@]+)(?::([^/:@]+))?(?:@(sha256:[0-9a-f]+))?";
    private static final Pattern INTERNAL = Pattern.compile(REGISTRY + "/([^/]+)/" + IMAGE);
    private static final Pattern SHORT = Pattern.compile("()" + IMAGE);
    private static final Pattern NAMED = Pattern.compile("([^:@]+)[:@](.+)");

    /** What a reference to the internal registry names; empty for another registry. */
    public static Optional<StreamTag> internal(String image) {
        Matcher matcher = INTERNAL.matcher(image);
        return matcher.matches() ? Optional.of(of(matcher, matcher.group(1))) : Optional.empty();
    }

    /** What a reference without a registry names where the namespace resolves such names; empty when it has more than a name. */
    static Optional<StreamTag> local(String image, String namespace) {
        Matcher matcher = SHORT.matcher(image);
        return matcher.matches() ? Optional.of(of(matcher, namespace)) : Optional.empty();
    }

    /**
     * What a field such as {@code from: {kind: ImageStreamTag, name: web:1}} names; empty for other kinds.
     *
     * @param namespace where it is when the field does not say it
     */
    static Optional<StreamTag> referred(JsonNode reference, String namespace) {
        String name = reference.path("name").asText();
        Matcher matcher = NAMED.matcher(name);
        return switch (reference.path("kind").asText()) {
            case "ImageStreamTag", "ImageStreamImage" ->
                matcher.matches()
                        ? Optional.of(new StreamTag(
                                reference.path("namespace").asText(namespace), matcher.group(1), matcher.group(2)))
                        : Optional.empty();
            case "DockerImage" -> internal(name);
            default -> Optional.empty();
        };
    }

    private static StreamTag of(Matcher image, String namespace) {
        String tag = image.group(3) == null ? "latest" : image.group(3);
        return new StreamTag(namespace, image.group(2), image.group(4) == null ? tag : image.group(4));
    }

    boolean isDigest() {
        return tag.startsWith("sha256:");
    }

    /** As {@code oc} names it: {@code web:1}, {@code web@sha256:...}. */
    @Override
    public String toString() {
        return stream + (isDigest() ? "@" : ":") + tag;
    }

    @Override
    public int compareTo(StreamTag other) {
        return (namespace + "/" + this).compareTo(other.namespace + "/" + other);
    }
}
