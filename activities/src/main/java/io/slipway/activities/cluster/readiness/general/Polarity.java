package io.slipway.activities.cluster.readiness.general;

import java.util.List;
import java.util.Set;

/** What {@code True} means for a condition type, told by its name. */
enum Polarity {
    /** {@code True} is what one waits for. */
    GOOD,
    /** {@code True} is a step on the way: it must be reached, but more is to come. */
    STEP,
    /** {@code True} is a failure. */
    BAD,
    /** {@code True} means that work is under way, or that it rests. */
    BUSY,
    /** Says nothing about readiness. */
    NEUTRAL;

    private static final Set<String> BAD_LAST = Set.of(
            "failed",
            "failure",
            "error",
            "errors",
            "errored",
            "degraded",
            "stalled",
            "invalid",
            "unhealthy",
            "terminal",
            "unavailable",
            "exceeded",
            "orphan",
            "orphaned",
            "conflict",
            "conflicts",
            "crashed",
            "lost",
            "rejected",
            "misconfigured",
            "blocked",
            "unreachable",
            "corrupt",
            "inconsistent",
            "dangling");

    private static final Set<String> BUSY_FIRST = Set.of("rolling", "partially", "waiting");

    private static final Set<String> BAD_FIRST = Set.of("failed", "error", "invalid", "non");

    private static final Set<String> BUSY_LAST = Set.of(
            "progressing",
            "progress",
            "reconciling",
            "updating",
            "upgrading",
            "creating",
            "deleting",
            "terminating",
            "pending",
            "issuing",
            "installing",
            "initializing",
            "scaling",
            "rolling",
            "migrating",
            "restoring",
            "waiting",
            "paused",
            "suspended",
            "hibernated",
            "hibernation",
            "stopped",
            "deploying",
            "provisioning",
            "disrupting",
            "draining",
            "expanding",
            "resizing",
            "rebalancing",
            "processing",
            "recovering",
            "building",
            "syncing",
            "bootstrapping",
            "deprovisioning",
            "inprogress",
            "starting",
            "stopping",
            "shrinking",
            "drifted");

    private static final Set<String> STEP_LAST = Set.of(
            "provisioned",
            "registered",
            "configured",
            "initialized",
            "resolved",
            "launched",
            "created",
            "attached",
            "published",
            "connected",
            "joined",
            "scheduled",
            "imported",
            "verified",
            "loaded",
            "refs",
            "approved",
            "generated",
            "bootstrapped",
            "validated",
            "advertised",
            "adopted",
            "running",
            "started",
            "updated",
            "reachable",
            "found",
            "enabled",
            "normal",
            "up");

    private static final Set<String> GOOD_LAST = Set.of(
            "ready",
            "available",
            "healthy",
            "succeeded",
            "success",
            "successful",
            "complete",
            "completed",
            "synced",
            "synchronized",
            "reconciled",
            "accepted",
            "programmed",
            "established",
            "admitted",
            "bound",
            "valid",
            "active",
            "deployed",
            "installed",
            "applied",
            "operational",
            "online",
            "promoted",
            "discoverable",
            "finished",
            "executed",
            "ok",
            "satisfied",
            "compliant",
            "enforced",
            "uptodate",
            "good",
            "current");

    /** The polarity of a type such as {@code InfrastructureReady} or {@code example.com/in-progress}. */
    static Polarity of(String type) {
        List<String> words = Words.of(type);
        if (words.isEmpty()) {
            return NEUTRAL;
        }
        String last = words.getLast();
        boolean negated = words.size() > 1
                && (words.get(words.size() - 2).equals("not")
                        || words.get(words.size() - 2).equals("no"));
        if (negated && (GOOD_LAST.contains(last) || STEP_LAST.contains(last))) {
            return BAD;
        }
        if (negated && BAD_LAST.contains(last)) {
            return GOOD;
        }
        if (words.getFirst().equals("on")) {
            return NEUTRAL;
        }
        if (BAD_LAST.contains(last)
                || BAD_FIRST.contains(words.getFirst())
                || (words.contains("has") && last.equals("errors"))) {
            return BAD;
        }
        if (BUSY_LAST.contains(last) || BUSY_FIRST.contains(words.getFirst())) {
            return BUSY;
        }
        if (STEP_LAST.contains(last)) {
            return STEP;
        }
        return GOOD_LAST.contains(last) ? GOOD : NEUTRAL;
    }
}
