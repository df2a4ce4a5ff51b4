package io.slipway.activities.cluster.readiness.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalLong;

/**
 * An entry of {@code status.conditions}.
 *
 * @param type its name, such as {@code Ready}; empty when the object has none
 * @param status {@code True}, {@code False}, {@code Unknown}, or whatever its controller wrote
 * @param reason one CamelCase word, possibly empty
 * @param message a sentence, possibly empty
 * @param severity how bad a False is, for controllers of Cluster API: {@code Error}, {@code Warning}, {@code Info}
 * @param observedGeneration the generation of the spec it speaks of, when it says so
 */
public record Condition(
        String type, String status, String reason, String message, String severity, OptionalLong observedGeneration) {

    /** Reads one entry; whatever is missing is empty. */
    public static Condition read(JsonNode node) {
        JsonNode observed = node.path("observedGeneration");
        return new Condition(
                node.path("type").asText(""),
                node.path("status").asText(""),
                node.path("reason").asText(""),
                node.path("message").asText(""),
                node.path("severity").asText(""),
                observed.isIntegralNumber() ? OptionalLong.of(observed.longValue()) : OptionalLong.empty());
    }

    /** Whether its status is {@code True}, whatever the case. */
    public boolean isTrue() {
        return status.equalsIgnoreCase("true");
    }

    /** Whether its status is {@code False}, whatever the case. */
    public boolean isFalse() {
        return status.equalsIgnoreCase("false");
    }

    /** Whether it speaks of an older spec than {@code generation}. */
    public boolean olderThan(OptionalLong generation) {
        return generation.isPresent()
                && observedGeneration.isPresent()
                && observedGeneration.getAsLong() < generation.getAsLong();
    }

    /** Such as {@code Ready=False (Creating): waiting for the volume}. */
    public String describe() {
        StringBuilder text = new StringBuilder(type).append('=').append(status.isEmpty() ? "?" : status);
        if (!reason.isEmpty() && !reason.equals(type)) {
            text.append(" (").append(reason).append(')');
        }
        if (!message.isBlank()) {
            text.append(": ").append(message.strip());
        }
        return text.toString();
    }
}
