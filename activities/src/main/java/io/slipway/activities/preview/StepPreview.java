package io.slipway.activities.preview;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/**
 * What a step would do.
 *
 * @param name its name; with {@code forEach} {@code step[element]}
 * @param stage its stage
 * @param verb its verb
 * @param runs whether it would run
 * @param reason the condition that decides, when there is one
 * @param objects the objects it would touch
 * @param checks names of the checks it would make
 * @param unknown expressions whose values only the run knows
 * @param problem why it would fail, or empty
 */
public record StepPreview(
        String name,
        String stage,
        String verb,
        Runs runs,
        String reason,
        List<ObjectPreview> objects,
        List<String> checks,
        List<String> unknown,
        String problem) {
    public StepPreview {
        objects = List.copyOf(objects);
        checks = List.copyOf(checks);
        unknown = List.copyOf(unknown);
    }

    /** Whether a step would run. */
    public enum Runs {
        /** It would. */
        YES,
        /** Its condition does not hold. */
        NO,
        /** Its condition depends on what happens before. */
        DECIDED_LATER;

        /** As programs read it. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
