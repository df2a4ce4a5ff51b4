package io.slipway.activities.cluster.readiness.special;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.readiness.rule.KubeObject;
import io.slipway.activities.cluster.readiness.rule.Readiness;
import io.slipway.model.json.Json;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the Flink operator has taken up of a spec. It keeps the last one as JSON in its status, with the generation that it was of;
 * 1.7.0 says by nothing else that a status is of the spec before: seen when it was asked for more TaskManagers.
 */
final class Reconciled {
    private Reconciled() {}

    /** Says so when the newest spec has not been taken up yet. */
    static Optional<Readiness> behind(KubeObject flink) {
        OptionalLong newest = flink.generation();
        OptionalLong taken = generation(flink.text("status.reconciliationStatus.lastReconciledSpec"));
        if (newest.isEmpty() || taken.isEmpty() || taken.getAsLong() >= newest.getAsLong()) {
            return Optional.empty();
        }
        return Optional.of(new Readiness.Progressing(
                "the Flink operator has taken up generation " + taken.getAsLong() + " of " + newest.getAsLong()));
    }

    private static OptionalLong generation(String kept) {
        try {
            JsonNode generation = Json.mapper().readTree(kept).at("/resource_metadata/metadata/generation");
            return generation.isIntegralNumber() ? OptionalLong.of(generation.longValue()) : OptionalLong.empty();
        } catch (JsonProcessingException notKept) {
            return OptionalLong.empty();
        }
    }
}
