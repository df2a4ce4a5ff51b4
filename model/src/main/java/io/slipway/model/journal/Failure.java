package io.slipway.model.journal;

import java.util.List;
import java.util.Objects;

/**
 * Why a step failed, for people: what, on which object, the cause, and what to do.
 *
 * @param message one line: what failed
 * @param object the object concerned as kind/name, or empty
 * @param cause what lies behind it, or empty when unknown
 * @param fix what to do, or empty when unknown
 * @param findings what the diagnosis found, the most telling first, at most 10
 * @param retryable whether another try with new names can help; a wrong input cannot be cured by trying again
 */
public record Failure(
        String message, String object, String cause, String fix, List<Finding> findings, boolean retryable) {
    public Failure {
        Objects.requireNonNull(message, "message");
        object = object == null ? "" : object;
        cause = cause == null ? "" : cause;
        fix = fix == null ? "" : fix;
        findings = findings == null ? List.of() : List.copyOf(findings);
    }

    /** A failure that another try may cure. */
    public static Failure of(String message, String cause, String fix) {
        return new Failure(message, "", cause, fix, List.of(), true);
    }

    /** A failure that no other try can cure. */
    public static Failure permanent(String message, String cause, String fix) {
        return new Failure(message, "", cause, fix, List.of(), false);
    }
}
