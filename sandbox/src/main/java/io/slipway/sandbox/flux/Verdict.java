package io.slipway.sandbox.flux;

/**
 * What a controller says of an object.
 *
 * @param ready whether it is ready
 * @param reason of its Ready condition
 * @param message of its Ready condition
 * @param revision the revision it is at; empty while it is not ready
 */
record Verdict(boolean ready, String reason, String message, String revision) {
    static Verdict ready(FluxKind kind, String revision) {
        String what = kind.isSource() ? "stored artifact for revision '" : "Applied revision: '";
        return new Verdict(true, kind.done(), what + revision + "'", revision);
    }

    static Verdict waits(String reason, String message) {
        return new Verdict(false, reason, message, "");
    }
}
