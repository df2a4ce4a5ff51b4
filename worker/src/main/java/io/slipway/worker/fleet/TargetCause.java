package io.slipway.worker.fleet;

import io.slipway.model.journal.Failure;
import io.slipway.model.journal.Journal;
import io.slipway.model.journal.StepRecord;
import io.slipway.model.journal.StepStatus;
import io.slipway.workflows.contract.FleetActivities.TargetEnd;
import io.temporal.failure.ApplicationFailure;
import java.util.Optional;

/** Why the rollout of a target failed, in two lines: what and why, and what to do. */
final class TargetCause {
    private static final int LONGEST = 300;

    private TargetCause() {}

    /** From the first step that failed, or else from what the workflow says. */
    static TargetEnd of(Journal journal, Throwable end) {
        Optional<StepRecord> step = journal.steps().values().stream()
                .filter(record -> record.status() == StepStatus.FAILED)
                .filter(record ->
                        record.result().flatMap(result -> result.failure()).isPresent())
                .findFirst();
        if (step.isEmpty()) {
            return new TargetEnd(false, line(said(journal, end)), "");
        }
        Failure failure =
                step.get().result().flatMap(result -> result.failure()).orElseThrow();
        String why = failure.cause().isEmpty() ? "" : ": " + failure.cause();
        return new TargetEnd(
                false, line("step '" + step.get().step() + "': " + failure.message() + why), line(failure.fix()));
    }

    private static String said(Journal journal, Throwable end) {
        if (!journal.message().isEmpty()) {
            return journal.message();
        }
        for (Throwable cause = end; cause != null; cause = cause.getCause()) {
            if (cause instanceof ApplicationFailure failure) {
                return failure.getOriginalMessage();
            }
        }
        return "its rollout was cancelled";
    }

    private static String line(String text) {
        String one = text.strip().replaceAll("\\s+", " ");
        return one.length() <= LONGEST ? one : one.substring(0, LONGEST - 1) + "…";
    }
}
