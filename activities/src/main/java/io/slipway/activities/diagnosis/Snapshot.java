package io.slipway.activities.diagnosis;

import java.util.List;

/**
 * What was seen at one moment.
 *
 * @param step the step that failed, empty when there is none
 * @param subjects the objects concerned, each with what belongs to it
 */
public record Snapshot(String step, List<Subject> subjects) {
    public Snapshot {
        step = step == null ? "" : step;
        subjects = List.copyOf(subjects);
    }
}
