package io.slipway.workflows.rollout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.model.journal.Decision;
import io.slipway.model.journal.JournalEvent;
import io.slipway.model.journal.StepRecord;
import io.slipway.model.journal.StepResult;
import io.slipway.model.journal.StepStatus;
import io.slipway.model.journal.Try;
import io.slipway.model.plan.PlannedStep;
import io.slipway.workflows.contract.StepTask;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes back what was done, in reverse order of completion. An undo that fails waits for a person. */
final class Undoing {
    private final Run run;
    private final List<PlannedStep> steps;
    private final Failures failures;

    Undoing(Run run, List<PlannedStep> steps) {
        this.run = run;
        this.steps = steps;
        this.failures = new Failures(run);
    }

    void run() {
        Comparator<StepRecord> latestFirst = Comparator.comparing(
                        (StepRecord record) -> record.finished().orElse(Instant.EPOCH))
                .reversed();
        List<StepRecord> done = run.ledger().journal().steps().values().stream()
                .filter(record -> record.attempt() > 0)
                .filter(record -> record.status() == StepStatus.SUCCEEDED || record.status() == StepStatus.FAILED)
                .sorted(latestFirst)
                .toList();
        done.forEach(record -> planned(record).ifPresent(step -> undo(step, record)));
    }

    /** The step of a record, when there is something to undo. */
    private Optional<PlannedStep> planned(StepRecord record) {
        String name = record.step().replaceFirst("\\[.*", "");
        return steps.stream()
                .filter(step -> step.name().equals(name))
                .filter(step -> ownVerb(step).isPresent()
                        || (!"none".equals(mode(step)) && !ControlVerbs.NAMES.contains(step.verb())))
                .findFirst();
    }

    private static String mode(PlannedStep step) {
        return step.undo().map(undo -> undo.path("mode").asText("restore")).orElse("restore");
    }

    /** The verb that the step's own {@code undo} block names. */
    private static Optional<String> ownVerb(PlannedStep step) {
        return step.undo().stream()
                .flatMap(undo -> undo.properties().stream())
                .filter(entry -> entry.getValue().isObject())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private void undo(PlannedStep step, StepRecord record) {
        Instance instance = new Instance(step, record.step(), Optional.empty());
        for (int attempt = record.attempt(); ; attempt++) {
            StepResult result = VerbCall.run(task(instance, record, attempt));
            if (result.ok()) {
                moved(instance, StepStatus.UNDONE, result.summary());
                return;
            }
            Decision decision = failures.ask(instance, "undo failed: " + result.summary());
            if (decision.kind() != Decision.Kind.RETRY) {
                return;
            }
        }
    }

    private StepTask task(Instance instance, StepRecord record, int attempt) {
        List<String> details = record.tries().stream()
                .map(Try::result)
                .flatMap(Optional::stream)
                .map(StepResult::detail)
                .flatMap(Optional::stream)
                .toList();
        String verb = ownVerb(instance.step()).orElse(instance.step().verb());
        return new Tasks(run).undo(instance, verb, attempt, record.merkle(), action(instance.step()), details);
    }

    /** What is undone and how; or the block of the step's own verb for it. */
    private JsonNode action(PlannedStep step) {
        Map<String, JsonNode> scope = run.scope().of(step.uses());
        JsonNode how = step.undo().orElseGet(JsonNodeFactory.instance::objectNode);
        ObjectNode task = JsonNodeFactory.instance.objectNode();
        Optional<String> own = ownVerb(step);
        task.put("own", own.isPresent());
        task.set("action", run.evaluator().resolve(own.map(how::path).orElse(step.action()), scope));
        task.set("undo", how);
        return task;
    }

    private void moved(Instance instance, StepStatus status, String reason) {
        PlannedStep step = instance.step();
        run.ledger()
                .write(new JournalEvent.StepMoved(
                        instance.name(), step.stage(), step.verb(), status, reason, Map.of(), Ledger.now()));
    }
}
