package io.slipway.activities.cluster.readiness.builtin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.slipway.activities.cluster.readiness.general.ReasonWords;
import io.slipway.activities.cluster.readiness.rule.Condition;
import io.slipway.activities.cluster.readiness.rule.KubeObject;
import io.slipway.activities.cluster.readiness.rule.Readiness;
import io.slipway.activities.cluster.readiness.rule.ReadinessRule;
import java.util.List;
import java.util.Optional;

/**
 * A HorizontalPodAutoscaler is ready when it can scale. Version 1 keeps its conditions in an annotation.
 *
 * <p>{@code ScalingActive=False (ScalingDisabled)} is what a target with 0 replicas looks like: no failure.
 */
final class HpaRule implements ReadinessRule {

    private static final String ANNOTATION = "autoscaling.alpha.kubernetes.io/conditions";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public Optional<Readiness> judge(KubeObject hpa) {
        List<Condition> conditions = hpa.conditions().isEmpty() ? annotated(hpa) : hpa.conditions();
        for (Condition condition : conditions) {
            if (condition.isFalse() && blocks(condition)) {
                return Optional.of(new Readiness.Failed(condition.describe()));
            }
        }
        return Optional.of(conditions.stream()
                .filter(Condition::isTrue)
                .filter(c -> c.type().equals("AbleToScale") || c.type().equals("ScalingLimited"))
                .findFirst()
                .<Readiness>map(c -> new Readiness.Ready(c.describe()))
                .orElseGet(() -> new Readiness.Progressing("the autoscaler has not computed its target yet")));
    }

    private static boolean blocks(Condition condition) {
        return switch (condition.type()) {
            case "AbleToScale", "ScalingActive" -> ReasonWords.isError(condition.reason());
            default -> false;
        };
    }

    private static List<Condition> annotated(KubeObject hpa) {
        JsonNode text = hpa.at("metadata.annotations").path(ANNOTATION);
        if (!text.isTextual()) {
            return List.of();
        }
        try {
            return KubeObject.conditions(JSON.readTree(text.textValue()));
        } catch (JsonProcessingException broken) {
            // Whoever wrote it was not the autoscaler: then nothing is known yet.
            return List.of();
        }
    }
}
