package io.slipway.activities.cluster.failure;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.readiness.ReadinessRules;
import io.slipway.activities.cluster.readiness.rule.Condition;
import io.slipway.activities.cluster.readiness.rule.KubeObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the signs of a tree. Objects that are ready show none: what was wrong with them is over. */
final class Signs {

    private Signs() {}

    static List<Sign> of(OwnedTree tree) {
        List<Sign> signs = new ArrayList<>();
        for (JsonNode object : tree.objects()) {
            KubeObject view = new KubeObject(object);
            if (isFine(view)) {
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

    private static void conditions(KubeObject object, List<Sign> signs) {
        for (Condition condition : object.conditions()) {
            String reason = condition.type() + "=" + condition.status() + " " + condition.reason();
            signs.add(sign(Sign.Source.CONDITION, object, reason.strip(), condition.message()));
        }
    }
}
