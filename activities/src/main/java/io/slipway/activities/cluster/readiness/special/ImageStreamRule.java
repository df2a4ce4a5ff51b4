package io.slipway.activities.cluster.readiness.special;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.readiness.rule.Condition;
import io.slipway.activities.cluster.readiness.rule.KubeObject;
import io.slipway.activities.cluster.readiness.rule.Readiness;
import io.slipway.activities.cluster.readiness.rule.ReadinessRule;
import java.util.Optional;

/** An ImageStream is ready when no tag failed to import and each tag that names an image elsewhere has one. */
final class ImageStreamRule implements ReadinessRule {

    @Override
    public Optional<Readiness> judge(KubeObject stream) {
        for (JsonNode tag : stream.at("status.tags")) {
            for (Condition condition : KubeObject.conditions(tag.path("conditions"))) {
                if (condition.type().equals("ImportSuccess") && condition.isFalse()) {
                    return Optional.of(
                            new Readiness.Failed("tag " + tag.path("tag").asText() + ": " + condition.describe()));
                }
            }
        }
        for (JsonNode wanted : stream.at("spec.tags")) {
            String name = wanted.path("name").asText();
            if (wanted.hasNonNull("from") && !imported(stream, name)) {
                return Optional.of(new Readiness.Progressing("tag " + name + " has no image yet"));
            }
        }
        return Optional.of(new Readiness.Ready("the image stream is in place"));
    }

    private static boolean imported(KubeObject stream, String name) {
        for (JsonNode tag : stream.at("status.tags")) {
            if (tag.path("tag").asText().equals(name) && !tag.path("items").isEmpty()) {
                return true;
            }
        }
        return false;
    }
}
