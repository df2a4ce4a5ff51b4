package io.slipway.sandbox.controllers;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.kube.EventRecorder;
import io.slipway.sandbox.store.Deletion;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.store.StatusException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The ReplicaSets of Deployments. */
final class ReplicaSets {
    static final String REVISION = "deployment.kubernetes.io/revision";
    private static final String HASH = "pod-template-hash";

    private final ObjectStore store;
    private final EventRecorder events;

    ReplicaSets(ObjectStore store) {
        this.store = store;
        this.events = new EventRecorder(store, "deployment-controller");
    }

    List<ObjectNode> owned(ObjectNode deployment) {
        String uid = Meta.uid(deployment);
        return store.list(Kinds.REPLICA_SET, Meta.namespace(deployment)).stream()
                .filter(set -> Meta.controller(set)
                        .filter(owner -> owner.path("uid").asText().equals(uid))
                        .isPresent())
                .toList();
    }

    List<ObjectNode> old(ObjectNode deployment, ObjectNode current) {
        String name = current == null ? "" : Meta.name(current);
        return owned(deployment).stream()
                .filter(set -> !Meta.name(set).equals(name))
                .toList();
    }

    /** The set of the present template; made when it is missing and the Deployment is not paused. */
    Optional<ObjectNode> current(ObjectNode deployment, boolean make) {
        String name = Meta.name(deployment) + "-"
                + TemplateHash.of(deployment.path("spec").path("template"));
        Optional<ObjectNode> there = store.get(Kinds.REPLICA_SET, Meta.namespace(deployment), name);
        if (there.isPresent() || !make) {
            there.ifPresent(set -> revise(deployment, set));
            return there;
        }
        return Optional.of(create(deployment, name));
    }

    private ObjectNode create(ObjectNode deployment, String name) {
        long revision = highest(deployment) + 1;
        ObjectNode set = JsonNodeFactory.instance.objectNode();
        set.put("apiVersion", "apps/v1").put("kind", "ReplicaSet");
        ObjectNode meta = set.putObject("metadata");
        meta.put("name", name).put("namespace", Meta.namespace(deployment));
        String hash = name.substring(Meta.name(deployment).length() + 1);
        ObjectNode template = deployment.path("spec").path("template").deepCopy();
        template.withObject("/metadata").withObject("/labels").put(HASH, hash);
        meta.set("labels", template.path("metadata").path("labels").deepCopy());
        meta.putObject("annotations").put(REVISION, Long.toString(revision));
        Meta.own(set, Kinds.DEPLOYMENT, deployment);
        ObjectNode spec = set.putObject("spec").put("replicas", 0);
        ObjectNode selector = deployment.path("spec").path("selector").deepCopy();
        selector.withObject("/matchLabels").put(HASH, hash);
        spec.set("selector", selector);
        spec.set("template", template);
        ObjectNode made = store.create(Kinds.REPLICA_SET, set);
        annotate(deployment, revision);
        return made;
    }

    /** A roll-back takes an old set up again: it becomes the newest revision. */
    private void revise(ObjectNode deployment, ObjectNode set) {
        long highest = highest(deployment);
        long own = revision(set);
        if (own < highest) {
            store.mutate(Kinds.REPLICA_SET, Meta.namespace(set), Meta.name(set), now -> {
                now.withObject("/metadata").withObject("/annotations").put(REVISION, Long.toString(highest + 1));
                return now;
            });
            annotate(deployment, highest + 1);
        } else {
            annotate(deployment, own);
        }
    }

    private void annotate(ObjectNode deployment, long revision) {
        if (revision(deployment) == revision) {
            return;
        }
        store.mutate(Kinds.DEPLOYMENT, Meta.namespace(deployment), Meta.name(deployment), now -> {
            now.withObject("/metadata").withObject("/annotations").put(REVISION, Long.toString(revision));
            return now;
        });
    }

    private long highest(ObjectNode deployment) {
        return owned(deployment).stream().mapToLong(ReplicaSets::revision).max().orElse(0);
    }

    static long revision(ObjectNode object) {
        return Long.parseLong(Meta.annotations(object).getOrDefault(REVISION, "0"));
    }

    void scale(ObjectNode deployment, ObjectNode set, int replicas) {
        int before = set.path("spec").path("replicas").asInt();
        if (before == replicas) {
            return;
        }
        store.mutate(Kinds.REPLICA_SET, Meta.namespace(set), Meta.name(set), now -> {
            now.withObject("/spec").put("replicas", replicas);
            return now;
        });
        set.withObject("/spec").put("replicas", replicas);
        String direction = replicas > before ? "up" : "down";
        events.normal(
                Kinds.DEPLOYMENT,
                deployment,
                "ScalingReplicaSet",
                "Scaled " + direction + " replica set " + Meta.name(set) + " from " + before + " to " + replicas);
    }

    void prune(ObjectNode deployment, List<ObjectNode> old) {
        int kept = deployment.path("spec").path("revisionHistoryLimit").asInt(10);
        List<ObjectNode> idle = old.stream()
                .filter(set -> set.path("spec").path("replicas").asInt() == 0
                        && set.path("status").path("replicas").asInt() == 0)
                .sorted(Comparator.comparingLong(ReplicaSets::revision).reversed())
                .toList();
        for (ObjectNode set : idle.subList(Math.min(kept, idle.size()), idle.size())) {
            try {
                store.delete(Kinds.REPLICA_SET, Meta.namespace(set), Meta.name(set), Deletion.BACKGROUND);
            } catch (StatusException gone) {
                // Deleted by somebody else in between.
            }
        }
    }
}
