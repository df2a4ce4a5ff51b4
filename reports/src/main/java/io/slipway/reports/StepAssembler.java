package io.slipway.reports;

import io.slipway.model.journal.Failure;
import io.slipway.model.journal.Finding;
import io.slipway.model.journal.StepDetail;
import io.slipway.model.journal.StepRecord;
import io.slipway.model.journal.StepResult;
import io.slipway.model.journal.StepStatus;
import io.slipway.model.journal.Try;
import io.slipway.model.plan.PlannedStep;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One step of the report, from its record, its place in the plan and its evidence. */
final class StepAssembler {
    private final Evidence evidence;
    private final Span span;

    StepAssembler(Evidence evidence, Span span) {
        this.evidence = evidence;
        this.span = span;
    }

    StepReport report(StepRecord record, Optional<PlannedStep> planned) {
        Optional<StepResult> result = lastResult(record);
        StepDetail detail = result.map(evidence::detail).orElseGet(StepDetail::empty);
        boolean wanting = record.status() != StepStatus.SUCCEEDED;
        return new StepReport(
                record.step(),
                record.stage(),
                record.verb(),
                planned.map(PlannedStep::description).orElse(""),
                planned.map(PlannedStep::guide).orElse(List.of()),
                record.status(),
                record.kept(),
                record.reason(),
                summary(record, result),
                seconds(record),
                record.tries().stream().map(this::attempt).toList(),
                result.flatMap(StepResult::failure),
                detail.checks().stream()
                        .map(check -> CheckReport.of(record.step(), check))
                        .toList(),
                detail.changes().stream()
                        .map(change -> ChangeReport.of(record.step(), change))
                        .toList(),
                findings(result, detail),
                result.map(StepResult::warnings).orElse(List.of()),
                detail.logs().stream().map(log -> evidence.log(log, wanting)).toList(),
                detail.notes(),
                record.outputs());
    }

    private static String summary(StepRecord record, Optional<StepResult> result) {
        String done = result.map(StepResult::summary).orElse("");
        return record.wasPutBack() ? (done + "; " + record.putBack()).replaceFirst("^; ", "") : done;
    }

    /** The result of the last try that ended: a try under way does not hide why the one before failed. */
    private static Optional<StepResult> lastResult(StepRecord record) {
        return record.tries().reversed().stream()
                .flatMap(attempt -> attempt.result().stream())
                .findFirst();
    }

    private static List<Finding> findings(Optional<StepResult> result, StepDetail detail) {
        Stream<Finding> ofFailure =
                result.flatMap(StepResult::failure).map(Failure::findings).orElse(List.of()).stream();
        return Stream.concat(ofFailure, detail.findings().stream()).distinct().toList();
    }

    private TryReport attempt(Try attempt) {
        return new TryReport(
                attempt.attempt(),
                attempt.result().map(StepResult::status).orElse(StepStatus.RUNNING),
                attempt.started(),
                attempt.finished(),
                span.seconds(attempt.started(), attempt.finished()),
                attempt.result().map(StepResult::summary).orElse(""));
    }

    private double seconds(StepRecord record) {
        Optional<Instant> started = record.started();
        return started.isEmpty() ? 0 : span.seconds(started.get(), record.finished());
    }
}
