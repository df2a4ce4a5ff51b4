package io.slipway.activities.diagnosis;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A rule of diagnosis.
 *
 * @param id unique, kebab-case
 * @param when CEL, a condition over what the package describes
 * @param evidence lines of logs, events and container states that show it; its named groups are words for cause and
 *     fix; matches nothing when the rule names none
 * @param topic rules of one topic say the same more or less exactly: of an object only the first is told
 * @param cause what is wrong, with words in braces: {@code object}, {@code name}, {@code namespace}, {@code step}
 * @param fix what to do, likewise
 * @param guide section of the guide that tells of it, or empty
 */
public record DiagnosisRule(
        String id, String when, Pattern evidence, String topic, String cause, String fix, String guide) {

    public DiagnosisRule {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(when, "when");
        Objects.requireNonNull(evidence, "evidence");
    }
}
