package io.slipway.sandbox.controllers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.SandboxClock;
import io.slipway.sandbox.kube.Conditions;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Counts replicas and writes the conditions of a Deployment. */
final class DeploymentStatus {
    private final ObjectStore store;
    private final SandboxClock clock;
    private final Map<String, Progress> progress = new ConcurrentHashMap<>();

    DeploymentStatus(ObjectStore store, SandboxClock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** What was seen last, and since when: the deadline runs from the last change. */
    private record Progress(String seen, Instant since) {}

    /** Writes the status; gives when to look again because of the progress deadline. */
    Optional<Duration> write(ObjectNode deployment, List<ObjectNode> sets, ObjectNode current) {
        Counts counts = Counts.of(deployment, sets, current);
        Duration left = left(deployment, counts);
        store.mutateStatus(Kinds.DEPLOYMENT, Meta.namespace(deployment), Meta.name(deployment), now -> {
            ObjectNode status = now.withObject("/status");
            counts.write(status);
            status.put(
                    "observedGeneration",
                    deployment.path("metadata").path("generation").asLong());
            available(deployment, status, counts);
            progressing(deployment, status, counts, current, left);
            failure(status, sets);
            return now;
        });
        if (counts.complete()) {
            progress.remove(Meta.uid(deployment));
        }
        return counts.complete() || left.isNegative() || left.isZero()
                ? Optional.empty()
                : Optional.of(left.plusMillis(500));
    }

    private Duration left(ObjectNode deployment, Counts counts) {
        String seen = counts + "/" + deployment.path("metadata").path("generation");
        Instant now = Instant.now();
        Progress last = progress.compute(
                Meta.uid(deployment),
                (uid, before) -> before != null && before.seen().equals(seen) ? before : new Progress(seen, now));
        long deadline = deployment.path("spec").path("progressDeadlineSeconds").asLong(600);
        return Duration.ofSeconds(deadline).minus(clock.simulated(Duration.between(last.since(), now)));
    }

    private static void available(ObjectNode deployment, ObjectNode status, Counts counts) {
        boolean enough = counts.available()
                >= counts.wanted() - RollingUpdate.of(deployment).unavailable();
        Conditions.update(
                status,
                "Available",
                enough,
                enough ? "MinimumReplicasAvailable" : "MinimumReplicasUnavailable",
                enough ? "Deployment has minimum availability." : "Deployment does not have minimum availability.");
    }

    private static void progressing(
            ObjectNode deployment, ObjectNode status, Counts counts, ObjectNode current, Duration left) {
        String set = current == null ? "" : Meta.name(current);
        String before = Conditions.find(status, "Progressing")
                .map(one -> one.path("reason").asText())
                .orElse("");
        if (counts.complete()) {
            Conditions.update(
                    status,
                    "Progressing",
                    true,
                    "NewReplicaSetAvailable",
                    "ReplicaSet \"" + set + "\" has successfully progressed.");
        } else if (deployment.path("spec").path("paused").asBoolean()) {
            Conditions.update(status, "Progressing", false, "DeploymentPaused", "Deployment is paused");
        } else if (left.isNegative() || left.isZero()) {
            Conditions.update(
                    status,
                    "Progressing",
                    false,
                    "ProgressDeadlineExceeded",
                    "ReplicaSet \"" + set + "\" has timed out progressing.");
        } else if (before.isEmpty()) {
            Conditions.update(
                    status, "Progressing", true, "NewReplicaSetCreated", "Created new replica set \"" + set + "\"");
        } else {
            Conditions.update(
                    status, "Progressing", true, "ReplicaSetUpdated", "ReplicaSet \"" + set + "\" is progressing.");
        }
    }

    private static void failure(ObjectNode status, List<ObjectNode> sets) {
        Optional<JsonNode> failure = sets.stream()
                .filter(set -> set.path("spec").path("replicas").asInt() > 0)
                .flatMap(set -> Conditions.find(set.path("status"), "ReplicaFailure").stream())
                .findFirst();
        if (failure.isEmpty()) {
            Conditions.remove(status, "ReplicaFailure");
            return;
        }
        Conditions.update(
                status,
                "ReplicaFailure",
                true,
                failure.get().path("reason").asText(),
                failure.get().path("message").asText());
    }

    /** How many pods there are, of which sort. */
    private record Counts(int wanted, int total, int updated, int ready, int available) {
        static Counts of(ObjectNode deployment, List<ObjectNode> sets, ObjectNode current) {
            int wanted = deployment.path("spec").path("replicas").asInt(1);
            String name = current == null ? "" : Meta.name(current);
            int updated =
                    sum(sets.stream().filter(set -> Meta.name(set).equals(name)).toList(), "replicas");
            return new Counts(
                    wanted, sum(sets, "replicas"), updated, sum(sets, "readyReplicas"), sum(sets, "availableReplicas"));
        }

        private static int sum(List<ObjectNode> sets, String field) {
            return sets.stream()
                    .mapToInt(set -> set.path("status").path(field).asInt())
                    .sum();
        }

        boolean complete() {
            return updated == wanted && total == wanted && available == wanted;
        }

        void write(ObjectNode status) {
            put(status, "replicas", total);
            put(status, "updatedReplicas", updated);
            put(status, "readyReplicas", ready);
            put(status, "availableReplicas", available);
            put(status, "unavailableReplicas", Math.max(0, Math.max(wanted, total) - available));
        }

        private static void put(ObjectNode status, String field, int value) {
            if (value == 0) {
                status.remove(field);
            } else {
                status.put(field, value);
            }
        }
    }
}
