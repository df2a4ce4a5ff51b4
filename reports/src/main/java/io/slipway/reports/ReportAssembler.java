package io.slipway.reports;

import io.slipway.model.journal.Failure;
import io.slipway.model.journal.Finding;
import io.slipway.model.journal.Journal;
import io.slipway.model.journal.StepStatus;
import io.slipway.model.plan.Plan;
import io.slipway.model.plan.PlanHeader;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Puts a report together: stages and steps first, then what is gathered from them. */
final class ReportAssembler {
    private final Journal journal;
    private final Optional<Plan> plan;
    private final Evidence evidence;

    ReportAssembler(Journal journal, Optional<Plan> plan, Evidence evidence) {
        this.journal = journal;
        this.plan = plan;
        this.evidence = evidence;
    }

    Report report() {
        Span span = Span.of(journal);
        List<StageReport> stages = new StageAssembler(journal, plan, evidence, span).stages();
        List<StepReport> steps =
                stages.stream().flatMap(stage -> stage.steps().stream()).toList();
        List<CheckReport> checks =
                steps.stream().flatMap(step -> step.checks().stream()).toList();
        List<ChangeReport> changes = steps.stream()
                .filter(step -> step.status() != StepStatus.UNDONE)
                .flatMap(step -> step.changes().stream())
                .toList();
        return new Report(
                Report.VERSION,
                journal.status(),
                journal.rollout(),
                journal.pipeline(),
                header(PlanHeader::description),
                header(PlanHeader::guide),
                journal.plan(),
                journal.target(),
                journal.simulated(),
                journal.by(),
                journal.runs(),
                journal.started(),
                journal.finished(),
                span.seconds(),
                span.gaps(),
                journal.message(),
                journal.params(),
                Totals.of(steps, checks, changes),
                diagnosis(steps),
                stages,
                checks,
                changes,
                warnings(steps),
                journal.decisions(),
                journal.outputs(),
                CoverageAssembler.coverage(steps),
                journal.notices().stream().map(NoticeReport::of).toList());
    }

    private String header(Function<PlanHeader, String> part) {
        return plan.map(Plan::header).map(part).orElse("");
    }

    private static List<Diagnosis> diagnosis(List<StepReport> steps) {
        return steps.stream()
                .filter(step ->
                        step.status() != StepStatus.SUCCEEDED && step.failure().isPresent())
                .map(ReportAssembler::diagnosis)
                .toList();
    }

    private static Diagnosis diagnosis(StepReport step) {
        Failure failure = step.failure().orElseThrow();
        return new Diagnosis(
                step.step(),
                failure.message(),
                failure.object(),
                failure.cause(),
                failure.fix(),
                further(step, failure));
    }

    /** The findings that say more than the failure itself does. */
    private static List<Finding> further(StepReport step, Failure failure) {
        return step.findings().stream()
                .filter(finding -> !(finding.object().equals(failure.object())
                        && finding.cause().equals(failure.cause())
                        && finding.evidence().isEmpty()))
                .toList();
    }

    private static List<WarningReport> warnings(List<StepReport> steps) {
        return steps.stream()
                .flatMap(step -> step.warnings().stream().map(warning -> new WarningReport(step.step(), warning)))
                .toList();
    }
}
