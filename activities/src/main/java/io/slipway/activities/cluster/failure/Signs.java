package io.slipway.activities.cluster.failure;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.readiness.ReadinessRules;
import io.slipway.activities.cluster.readiness.rule.Condition;
import io.slipway.activities.cluster.readiness.rule.KubeObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the signs of a tree. Objects that are ready show none: what was wrong with them is over. */
final class Signs {

    private Signs() {}

    static List<Sign> of(OwnedTree tree) {
        List<Sign> signs = new ArrayList<>();
        for (JsonNode object : tree.objects()) {
            KubeObject view = new KubeObject(object);
            if (isFine(view) || isReplaced(view, tree)) {
                continue;
            }
            if (view.kind().equals("Pod")) {
                signs.addAll(PodSigns.of(view));
            } else if (view.has("status.phase")) {
                signs.add(sign(Sign.Source.PHASE, view, view.text("status.phase"), view.text("status.message")));
            }
            conditions(view, signs);
            EventSigns.about(view, tree.events(), signs);
        }
        return signs;
    }

    static String name(KubeObject object) {
        return object.kind().toLowerCase(Locale.ROOT) + "/" + object.name();
    }

    static Sign sign(Sign.Source source, KubeObject object, String reason, String message) {
        return new Sign(source, name(object), object.kind(), reason, message, Map.of());
    }

    private static boolean isFine(KubeObject object) {
        boolean readyPod = object.kind().equals("Pod")
                && object.condition("Ready").filter(Condition::isTrue).isPresent();
        return readyPod || ReadinessRules.standard().of(object.json()).isReady();
    }

    /**
     * Whether a pod has ended with an error and its owner has another in its place that has not: a Job keeps the pods of
     * its failed tries, a ReplicaSet those that a node has evicted.
     */
    private static boolean isReplaced(KubeObject pod, OwnedTree tree) {
        if (!pod.kind().equals("Pod") || !pod.text("status.phase").equals("Failed")) {
            return false;
        }
        String created = pod.text("metadata.creationTimestamp");
        // as the API server writes them, in UTC with a fixed width, they sort as text
        return tree.objects().stream()
                .map(KubeObject::new)
                .filter(other -> other.kind().equals("Pod")
                        && !other.text("status.phase").equals("Failed")
                        && other.text("metadata.creationTimestamp").compareTo(created) >= 0)
                .anyMatch(other -> owner(other).isPresent() && owner(other).equals(owner(pod)));
    }

    private static Optional<String> owner(KubeObject object) {
        return object.at("metadata.ownerReferences")
                .valueStream()
                .map(reference -> reference.path("uid").asText(""))
                .filter(uid -> !uid.isEmpty())
                .findFirst();
    }

    private static void conditions(KubeObject object, List<Sign> signs) {
        for (Condition condition : object.conditions()) {
            String reason = condition.type() + "=" + condition.status() + " " + condition.reason();
            signs.add(sign(Sign.Source.CONDITION, object, reason.strip(), condition.message()));
        }
    }
}
