package io.slipway.sandbox.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/** Keeps the part of {@code metadata} that belongs to the server: uid, times, generation, marks of deletion. */
final class ObjectStamps {

    private static final List<String> KEPT =
            List.of("name", "namespace", "uid", "creationTimestamp", "deletionTimestamp", "deletionGracePeriodSeconds");
    private static final long POD_GRACE_SECONDS = 30;

    private final Clock clock;

    ObjectStamps(Clock clock) {
        this.clock = clock;
    }

    void born(ResourceKind kind, ObjectNode object, Predicate<String> taken) {
        ObjectNode meta = Meta.of(object);
        object.put("apiVersion", kind.apiVersion()).put("kind", kind.kind());
        meta.remove(List.of(
                "resourceVersion", "generation", "deletionTimestamp", "deletionGracePeriodSeconds", "selfLink"));
        if (Meta.name(object).isEmpty()) {
            meta.put("name", GeneratedNames.unused(meta.path("generateName").asText(""), taken));
        }
        meta.put("uid", UUID.randomUUID().toString()).put("creationTimestamp", now());
        if (Generations.tracked(kind)) {
            meta.put("generation", 1);
        }
    }

    void updated(ResourceKind kind, ObjectNode now, ObjectNode next) {
        ObjectNode meta = Meta.of(next);
        String name = Meta.name(now);
        if (Meta.version(next) > 0 && Meta.version(next) != Meta.version(now)) {
            throw Refusals.stale(kind, name);
        }
        if (!Meta.uid(next).isEmpty() && !Meta.uid(next).equals(Meta.uid(now))) {
            throw Refusals.conflict(
                    kind,
                    name,
                    "Precondition failed: UID in precondition: %s, UID in object meta: %s"
                            .formatted(Meta.uid(next), Meta.uid(now)));
        }
        next.put("apiVersion", kind.apiVersion()).put("kind", kind.kind());
        meta.set("resourceVersion", now.get("metadata").get("resourceVersion"));
        KEPT.forEach(field -> keep(now.get("metadata"), meta, field));
        keep(now.get("metadata"), meta, "generation");
    }

    void generation(ResourceKind kind, ObjectNode now, ObjectNode next) {
        if (Generations.tracked(kind) && Generations.specChanged(now, next)) {
            Meta.of(next)
                    .put("generation", now.path("metadata").path("generation").asLong() + 1);
        }
    }

    void deleting(ResourceKind kind, ObjectNode object, Deletion deletion) {
        check(kind, object, deletion);
        ObjectNode meta = Meta.of(object);
        if (!Meta.deleting(object)) {
            long grace = grace(kind, object, deletion);
            Instant end = clock.instant().plus(Duration.ofSeconds(grace));
            meta.put("deletionTimestamp", end.truncatedTo(ChronoUnit.SECONDS).toString());
            meta.put("deletionGracePeriodSeconds", grace);
            if (Generations.tracked(kind)) {
                meta.put("generation", meta.path("generation").asLong() + 1);
            }
            switch (deletion.propagation()) {
                case FOREGROUND -> Meta.addFinalizer(object, "foregroundDeletion");
                case ORPHAN -> Meta.addFinalizer(object, "orphan");
                case BACKGROUND -> {}
            }
            if (isNamespace(kind)) {
                object.withObject("/status").put("phase", "Terminating");
            }
        } else if (deletion.gracePeriodSeconds().isPresent()) {
            long shorter = Math.min(
                    deletion.gracePeriodSeconds().get(),
                    meta.path("deletionGracePeriodSeconds").asLong());
            meta.put("deletionGracePeriodSeconds", shorter);
        }
    }

    /** Whether nothing holds a deleted object any longer. */
    static boolean gone(ResourceKind kind, ObjectNode object) {
        boolean held = !Meta.finalizers(object).isEmpty()
                || object.path("metadata").path("deletionGracePeriodSeconds").asLong() > 0
                || (isNamespace(kind) && !object.path("spec").path("finalizers").isEmpty());
        return Meta.deleting(object) && !held;
    }

    private static long grace(ResourceKind kind, ObjectNode object, Deletion deletion) {
        if (!kind.resource().equals("pods") || finished(object)) {
            return 0;
        }
        return deletion.gracePeriodSeconds()
                .orElse(object.path("spec")
                        .path("terminationGracePeriodSeconds")
                        .asLong(POD_GRACE_SECONDS));
    }

    /** A pod that no kubelet runs has nothing to stop. */
    private static boolean finished(ObjectNode pod) {
        String phase = pod.path("status").path("phase").asText();
        return pod.path("spec").path("nodeName").asText("").isEmpty()
                || phase.equals("Succeeded")
                || phase.equals("Failed");
    }

    private static void check(ResourceKind kind, ObjectNode object, Deletion deletion) {
        String uid = deletion.uid().orElse(Meta.uid(object));
        if (!uid.equals(Meta.uid(object))) {
            throw uidDiffers(kind, Meta.name(object), uid, Meta.uid(object));
        }
        String version = deletion.resourceVersion().orElse(Long.toString(Meta.version(object)));
        if (!version.equals(Long.toString(Meta.version(object)))) {
            throw Refusals.precondition(
                    kind,
                    Meta.name(object),
                    "the ResourceVersion in the precondition (%s) does not match the ResourceVersion in record (%d). "
                                    .formatted(version, Meta.version(object))
                            + "The object might have been modified");
        }
    }

    private static StatusException uidDiffers(ResourceKind kind, String name, String asked, String stored) {
        return Refusals.precondition(
                kind,
                name,
                "the UID in the precondition (%s) does not match the UID in record (%s). ".formatted(asked, stored)
                        + "The object might have been deleted and then recreated");
    }

    private static boolean isNamespace(ResourceKind kind) {
        return kind.resource().equals("namespaces");
    }

    private static void keep(JsonNode from, ObjectNode into, String field) {
        if (from.has(field)) {
            into.set(field, from.get(field));
        } else {
            into.remove(field);
        }
    }

    private String now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
