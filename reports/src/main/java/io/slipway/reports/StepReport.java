package io.slipway.reports;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.journal.Failure;
import io.slipway.model.journal.Finding;
import io.slipway.model.journal.StepStatus;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A step, or one element of a step with {@code forEach}.
 *
 * @param step its name
 * @param stage its stage
 * @param verb its verb
 * @param description its description, or empty
 * @param guide sections of the guide it carries out
 * @param status where it is
 * @param kept whether it was done in an earlier run and not run again
 * @param reason why it was skipped, paused or kept, or empty
 * @param summary what it did, in one line
 * @param seconds from its first start to its last end
 * @param tries its tries
 * @param failure why it failed
 * @param checks its checks, of the last try
 * @param changes a fact for each object, of the last try
 * @param findings what the diagnosis found, of the last try
 * @param warnings what should be known
 * @param logs logs that were kept
 * @param notes anything else worth reading
 * @param outputs what later steps could use
 */
public record StepReport(
        String step,
        String stage,
        String verb,
        String description,
        List<String> guide,
        StepStatus status,
        boolean kept,
        String reason,
        String summary,
        double seconds,
        List<TryReport> tries,
        Optional<Failure> failure,
        List<CheckReport> checks,
        List<ChangeReport> changes,
        List<Finding> findings,
        List<String> warnings,
        List<LogReport> logs,
        List<String> notes,
        Map<String, JsonNode> outputs) {
    public StepReport {
        guide = List.copyOf(guide);
        tries = List.copyOf(tries);
        checks = List.copyOf(checks);
        changes = List.copyOf(changes);
        findings = List.copyOf(findings);
        warnings = List.copyOf(warnings);
        logs = List.copyOf(logs);
        notes = List.copyOf(notes);
        outputs = Collections.unmodifiableMap(new TreeMap<>(outputs));
    }

    /** What is to be said of it in a line: of a step that was skipped or undone why, of others what it did. */
    public String said() {
        boolean left = (status == StepStatus.SKIPPED || status == StepStatus.UNDONE) && !reason.isEmpty();
        return kept ? "kept from an earlier run" : left || summary.isEmpty() ? reason : summary;
    }
}
