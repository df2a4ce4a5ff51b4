package io.slipway.reports;

import io.slipway.model.journal.Journal;
import io.slipway.model.journal.StepRecord;
import io.slipway.model.journal.StepStatus;
import io.slipway.model.plan.Plan;
import io.slipway.model.plan.PlannedStage;
import io.slipway.model.plan.PlannedStep;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The stages in the order of the plan; what the plan does not know follows in the order in which it was seen. */
final class StageAssembler {
    private final Journal journal;
    private final Optional<Plan> plan;
    private final StepAssembler assembler;
    private final Span span;
    private final Map<String, List<StepRecord>> elements = new LinkedHashMap<>();
    private final Map<String, List<StepReport>> byStage = new LinkedHashMap<>();

    StageAssembler(Journal journal, Optional<Plan> plan, Evidence evidence, Span span) {
        this.journal = journal;
        this.plan = plan;
        this.span = span;
        this.assembler = new StepAssembler(evidence, span);
    }

    List<StageReport> stages() {
        journal.steps().values().stream()
                .filter(record -> !StepRecord.planned(record.step()).equals(record.step()))
                .forEach(
                        record -> elements.computeIfAbsent(StepRecord.planned(record.step()), name -> new ArrayList<>())
                                .add(record));
        plan.ifPresent(this::addPlanned);
        journal.steps().values().stream()
                .filter(record -> plan.flatMap(p -> p.step(StepRecord.planned(record.step())))
                        .isEmpty())
                .forEach(record -> add(assembler.report(record, Optional.empty())));
        return byStage.entrySet().stream()
                .map(entry -> stage(entry.getKey(), entry.getValue()))
                .toList();
    }

    private void addPlanned(Plan planned) {
        planned.stages().forEach(stage -> {
            byStage.computeIfAbsent(stage.name(), name -> new ArrayList<>());
            stage.steps().forEach(this::addPlanned);
        });
        planned.finallySteps().forEach(this::addPlanned);
    }

    private void addPlanned(PlannedStep step) {
        StepRecord record =
                journal.step(step.name()).orElseGet(() -> StepRecord.pending(step.name(), step.stage(), step.verb()));
        add(assembler.report(record, Optional.of(step)));
        elements.getOrDefault(step.name(), List.of())
                .forEach(element -> add(assembler.report(element, Optional.of(step))));
    }

    private void add(StepReport step) {
        byStage.computeIfAbsent(step.stage(), name -> new ArrayList<>()).add(step);
    }

    private StageReport stage(String name, List<StepReport> steps) {
        return new StageReport(name, description(name), StageStatus.of(steps), seconds(steps), steps);
    }

    private String description(String stage) {
        return plan.stream()
                .flatMap(p -> p.stages().stream())
                .filter(planned -> planned.name().equals(stage))
                .map(PlannedStage::description)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    private double seconds(List<StepReport> steps) {
        List<TryReport> tries =
                steps.stream().flatMap(step -> step.tries().stream()).toList();
        Optional<Instant> start = tries.stream().map(TryReport::started).min(Instant::compareTo);
        Optional<Instant> end = tries.stream().map(StageAssembler::end).max(Instant::compareTo);
        return start.isEmpty() ? 0 : span.seconds(start.get(), end);
    }

    private static Instant end(TryReport attempt) {
        return attempt.finished().orElseGet(() -> attempt.started().plusMillis((long) (attempt.seconds() * 1000)));
    }

    /** Whether the stage as a whole is done. */
    private static final class StageStatus {
        private static final List<StepStatus> LOUDEST_FIRST = List.of(
                StepStatus.FAILED, StepStatus.PAUSED, StepStatus.RETRYING, StepStatus.RUNNING, StepStatus.UNDONE);

        static StepStatus of(List<StepReport> steps) {
            for (StepStatus status : LOUDEST_FIRST) {
                if (steps.stream().anyMatch(step -> step.status() == status)) {
                    return status;
                }
            }
            boolean pending = steps.stream().anyMatch(step -> step.status() == StepStatus.PENDING);
            boolean done = steps.stream().anyMatch(step -> step.status() == StepStatus.SUCCEEDED);
            if (pending) {
                return done ? StepStatus.RUNNING : StepStatus.PENDING;
            }
            return done ? StepStatus.SUCCEEDED : StepStatus.SKIPPED;
        }
    }
}
