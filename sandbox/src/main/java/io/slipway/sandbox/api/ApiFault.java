package io.slipway.sandbox.api;

import java.time.Duration;
import java.util.Objects;

/**
 * A fault of the API server.
 *
 * @param verb the verb it meets, such as {@code create}, {@code patch}, {@code watch}; {@code *} for every verb
 * @param resource the plural it meets, such as {@code configmaps}, or one with its subresource, such as {@code pods/exec};
 *     {@code *} for every resource
 * @param name the name it meets, with {@code *} at its end for a prefix; {@code *} for every name
 * @param count how many requests it meets
 * @param effect what happens to them
 */
public record ApiFault(String verb, String resource, String name, int count, Effect effect) {

    /** Refuses missing parts. */
    public ApiFault {
        Objects.requireNonNull(verb, "verb");
        Objects.requireNonNull(resource, "resource");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(effect, "effect");
    }

    /** What happens to a request. */
    public sealed interface Effect {}

    /**
     * The server answers with an error and does nothing.
     *
     * @param code 429, 500, 503 or any other
     * @param retryAfterSeconds the {@code Retry-After} header; 0 for none
     */
    public record Answer(int code, int retryAfterSeconds) implements Effect {}

    /**
     * The connection breaks.
     *
     * @param after whether the request is carried out first: the client cannot know
     */
    public record Drop(boolean after) implements Effect {}

    /**
     * The request is carried out later.
     *
     * @param by how long the answer waits, in real time
     */
    public record Delay(Duration by) implements Effect {}

    /** The server answers that somebody else changed the object, 409. */
    public record Conflict() implements Effect {}

    boolean matches(String itsVerb, String itsResource, String itsName) {
        return matches(verb, itsVerb) && matches(resource, itsResource) && matches(name, itsName);
    }

    private static boolean matches(String pattern, String value) {
        return pattern.endsWith("*")
                ? value.startsWith(pattern.substring(0, pattern.length() - 1))
                : value.equals(pattern);
    }
}
