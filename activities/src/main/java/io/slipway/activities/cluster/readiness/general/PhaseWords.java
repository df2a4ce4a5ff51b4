package io.slipway.activities.cluster.readiness.general;

import java.util.Optional;
import java.util.Set;

/** The vocabulary of {@code status.phase}, {@code state} and the like. */
final class PhaseWords {

    /** What a phase means. */
    enum Meaning {
        DONE,
        /** Done for what serves; still under way for what is to end. */
        ONGOING,
        BUSY,
        BROKEN
    }

    private static final Set<String> DONE = Set.of(
            "ready",
            "available",
            "bound",
            "healthy",
            "succeeded",
            "success",
            "successful",
            "complete",
            "completed",
            "deployed",
            "established",
            "green",
            "installed",
            "valid",
            "provisioned",
            "reconciled",
            "synced",
            "synchronized",
            "ok",
            "normal",
            "accepted",
            "applied",
            "finished",
            "done",
            "operational",
            "compliant",
            "exists",
            "atlatestknown",
            "connected",
            "released",
            "initialized",
            "uptodate",
            "stable",
            "configured",
            "registered",
            "validated",
            "imported",
            "readytouse",
            "published",
            "promoted",
            "optimal");

    private static final Set<String> ONGOING =
            Set.of("running", "active", "online", "enabled", "up", "serving", "attached", "mounted", "started");

    private static final Set<String> BROKEN = Set.of(
            "degraded",
            "unhealthy",
            "invalid",
            "red",
            "rejected",
            "aborted",
            "cancelled",
            "canceled",
            "lost",
            "broken",
            "stalled",
            "timedout",
            "timeout",
            "crashed",
            "fatal",
            "denied",
            "noncompliant",
            "crashloopbackoff",
            "corrupted",
            "conflict",
            "faulted",
            "faulty",
            "inconsistent",
            "misconfigured",
            "notfound",
            "critical",
            "dead",
            "expired",
            "unrecoverable",
            "stuck");

    private PhaseWords() {}

    /** The meaning of a phase, empty when the word is not known. */
    static Optional<Meaning> of(String phase) {
        String word = Words.joined(phase);
        if (word.isEmpty()) {
            return Optional.empty();
        }
        if (DONE.contains(word)) {
            return Optional.of(Meaning.DONE);
        }
        if (ONGOING.contains(word)) {
            return Optional.of(Meaning.ONGOING);
        }
        if (BROKEN.contains(word) || broken(phase)) {
            return Optional.of(Meaning.BROKEN);
        }
        return ReasonWords.isProgress(phase) || word.endsWith("ing") ? Optional.of(Meaning.BUSY) : Optional.empty();
    }

    private static boolean broken(String phase) {
        return Words.of(phase).stream()
                .anyMatch(w -> w.startsWith("fail") || w.equals("error") || w.equals("errored") || w.equals("errors"));
    }
}
