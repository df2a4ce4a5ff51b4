package io.slipway.model.journal;

import java.util.List;

/**
 * The evidence of one try, kept in the blob store.
 *
 * @param changes a fact for each object
 * @param checks all checks, also those that passed
 * @param findings what the diagnosis found
 * @param logs logs that were kept
 * @param notes anything else worth reading, a line each
 */
public record StepDetail(
        List<Change> changes, List<CheckResult> checks, List<Finding> findings, List<LogRef> logs, List<String> notes) {
    public StepDetail {
        changes = changes == null ? List.of() : List.copyOf(changes);
        checks = checks == null ? List.of() : List.copyOf(checks);
        findings = findings == null ? List.of() : List.copyOf(findings);
        logs = logs == null ? List.of() : List.copyOf(logs);
        notes = notes == null ? List.of() : List.copyOf(notes);
    }

    /** Nothing to show. */
    public static StepDetail empty() {
        return new StepDetail(List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** Whether there is nothing to show. */
    public boolean isEmpty() {
        return equals(empty());
    }

    /**
     * A log in the blob store.
     *
     * @param name where it is from, such as {@code pod/spark-pi-driver}
     * @param hash content hash of the masked text
     * @param lines how many lines it has
     */
    public record LogRef(String name, String hash, long lines) {}
}
