package io.slipway.sandbox.store;

import io.slipway.sandbox.store.Status.Cause;
import io.slipway.sandbox.store.Status.Details;
import java.util.List;
import java.util.stream.Collectors;

/** The refusals of the API, worded as a Kubernetes API server words them. */
public final class Refusals {

    private Refusals() {}

    /** No such object. */
    public static StatusException notFound(ResourceKind kind, String name) {
        return refusal(404, "NotFound", "%s \"%s\" not found".formatted(kind.resource(), name), about(kind, name));
    }

    /** The name is taken. */
    public static StatusException alreadyExists(ResourceKind kind, String name) {
        String message = "%s \"%s\" already exists".formatted(kind.resource(), name);
        return refusal(409, "AlreadyExists", message, about(kind, name));
    }

    /** Somebody else was faster, or the object is not in a state that allows it. */
    public static StatusException conflict(ResourceKind kind, String name, String why) {
        String message = "Operation cannot be fulfilled on %s \"%s\": %s".formatted(kind.resource(), name, why);
        return refusal(409, "Conflict", message, about(kind, name));
    }

    /** A precondition of a deletion does not hold; the API server then names the kind, not the resource. */
    public static StatusException precondition(ResourceKind kind, String name, String why) {
        String message = "Operation cannot be fulfilled on %s \"%s\": %s".formatted(kind.kind(), name, why);
        Details about = new Details(kind.group(), kind.kind(), name, "", List.of(), 0);
        return refusal(409, "Conflict", message, about);
    }

    /** The version sent is not the stored one. */
    public static StatusException stale(ResourceKind kind, String name) {
        return conflict(
                kind,
                name,
                "the object has been modified; please apply your changes to the latest version and try again");
    }

    /** Not allowed, by access rules, quota or the state of the namespace. */
    public static StatusException forbidden(ResourceKind kind, String name, String why) {
        String message = name.isEmpty()
                ? "%s is forbidden: %s".formatted(kind.resource(), why)
                : "%s \"%s\" is forbidden: %s".formatted(kind.resource(), name, why);
        return refusal(403, "Forbidden", message, about(kind, name));
    }

    /** The object has mistakes; all are named. */
    public static StatusException invalid(ResourceKind kind, String name, List<Cause> causes) {
        String what = kind.group().isEmpty() ? kind.kind() : kind.kind() + "." + kind.group();
        String list = causes.stream()
                .map(cause -> cause.field().isEmpty() ? cause.message() : cause.field() + ": " + cause.message())
                .collect(Collectors.joining(", "));
        String message = "%s \"%s\" is invalid: %s".formatted(what, name, causes.size() > 1 ? "[" + list + "]" : list);
        return refusal(422, "Invalid", message, new Details(kind.group(), kind.kind(), name, "", causes, 0));
    }

    /** The request itself makes no sense. */
    public static StatusException badRequest(String message) {
        return refusal(400, "BadRequest", message, Details.NONE);
    }

    /** What the API server does not turn into a refusal of its own. */
    public static StatusException unforeseen(String message) {
        return refusal(500, "", message, Details.NONE);
    }

    /** The words of the API server's language for a text that is not the number it should be. */
    public static String noNumber(String function, String text) {
        String why = text.matches("[+-]?\\d+") ? "value out of range" : "invalid syntax";
        return "strconv.%s: parsing \"%s\": %s".formatted(function, text, why);
    }

    /** The version asked for is no longer in the history. */
    public static StatusException expired(long asked, long oldest) {
        String message = "too old resource version: %d (%d)".formatted(asked, oldest);
        return refusal(410, "Expired", message, Details.NONE);
    }

    /** Any other refusal. */
    public static StatusException refusal(int code, String reason, String message, Details details) {
        return new StatusException(new Status(code, reason, message, details));
    }

    private static Details about(ResourceKind kind, String name) {
        return new Details(kind.group(), kind.plural(), name, "", List.of(), 0);
    }
}
