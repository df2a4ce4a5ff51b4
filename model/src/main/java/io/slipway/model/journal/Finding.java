package io.slipway.model.journal;

import java.util.List;

/**
 * One thing a diagnosis found.
 *
 * @param rule id of the rule that spoke
 * @param object the object concerned as kind/name
 * @param cause what is wrong
 * @param fix what to do
 * @param guide section of the guide that tells of it, or empty
 * @param evidence lines of logs, events or status that show it, at most 10
 */
public record Finding(String rule, String object, String cause, String fix, String guide, List<String> evidence) {
    public Finding {
        guide = guide == null ? "" : guide;
        evidence = evidence == null ? List.of() : List.copyOf(evidence);
    }
}
