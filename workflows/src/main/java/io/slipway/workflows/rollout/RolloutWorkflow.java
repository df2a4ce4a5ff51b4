package io.slipway.workflows.rollout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.model.journal.Decision;
import io.slipway.model.journal.Journal;
import io.slipway.model.journal.JournalEvent;
import io.slipway.model.journal.RolloutStatus;
import io.slipway.model.journal.StepRecord;
import io.slipway.model.journal.StepStatus;
import io.slipway.workflows.contract.DecisionRequest;
import io.slipway.workflows.contract.PrepareRequest;
import io.slipway.workflows.contract.Prepared;
import io.slipway.workflows.contract.Rollout;
import io.slipway.workflows.contract.RolloutOutcome;
import io.slipway.workflows.contract.RolloutOverview;
import io.slipway.workflows.contract.StepPage;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The workflow {@code Rollout}: its life from input to outcome, and how people talk to it. */
public final class RolloutWorkflow implements Rollout {
    private static final int PAGE = 100;

    private final Evaluator evaluator;
    private final PlanBook book = new PlanBook();
    private final Gate gate = new Gate();
    private final String rollout = Workflow.getInfo().getWorkflowId();
    private final Ledger ledger = new Ledger(rollout);
    private final Decisions decisions = new Decisions(ledger);
    private CancellationScope stages;

    /** A run that evaluates early expressions with {@code evaluator}. */
    public RolloutWorkflow(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    @Override
    public RolloutOutcome run(JsonNode input) {
        JsonNode typed = input == null ? JsonNodeFactory.instance.nullNode() : input;
        boolean continued = Workflow.getInfo().getContinuedExecutionRunId().isPresent();
        Prepared prepared = book.prepare(new PrepareRequest(rollout, typed, continued));
        if (!prepared.problems().isEmpty()) {
            throw ApplicationFailure.newNonRetryableFailure(
                    "the rollout cannot start:\n" + String.join("\n", prepared.problems()),
                    "InvalidInput",
                    prepared.problems());
        }
        Run run = Run.of(rollout, prepared, ledger, gate, decisions, evaluator, continued);
        begin(run, typed);
        Groups group = new Groups(run);
        group.acquire();
        try {
            walk(run, typed);
            return end(run);
        } finally {
            if (!gate.isDraining()) { // a run that continues as a new one keeps its group
                group.release();
            }
        }
    }

    private void begin(Run run, JsonNode typed) {
        ledger.adopt(book.records(run.prepared().journalPages()));
        JournalEvent.RolloutStarted started = new JournalEvent.RolloutStarted(
                rollout,
                run.header().pipeline(),
                run.prepared().plan(),
                run.target().name(),
                run.header().params(),
                typed.path("by").asText(""),
                run.target().simulated(),
                Ledger.now());
        if (run.continued()) {
            ledger.note(started);
        } else {
            ledger.write(started);
        }
        run.prepared().decisions().forEach(decision -> ledger.note(new JournalEvent.Decided(decision)));
        int planned = run.prepared().stages().stream()
                .mapToInt(Prepared.StagePages::steps)
                .sum();
        Status status = new Status(run);
        ledger.listen(() -> {
            Workflow.setCurrentDetails(Summary.of(run, planned));
            status.publish();
        });
    }

    private void walk(Run run, JsonNode typed) {
        StageRunner runner = new StageRunner(run, book);
        stages = Workflow.newCancellationScope(runner::runAll);
        Promise<Void> done = Async.procedure(stages::run);
        Workflow.await(() -> done.isCompleted() || gate.shouldDrain());
        if (!done.isCompleted()) {
            gate.drain();
            if (!done.isCompleted()) {
                ObjectNode next = typed.isObject() ? typed.deepCopy() : JsonNodeFactory.instance.objectNode();
                Workflow.continueAsNew(next);
            }
        }
        try {
            done.get();
        } catch (CanceledFailure e) {
            gate.end(Ending.aborted("cancelled", false));
        }
    }

    private RolloutOutcome end(Run run) {
        Ending ending = gate.ending();
        RolloutStatus status = !ending.requested()
                ? RolloutStatus.SUCCEEDED
                : ending.aborted() ? RolloutStatus.ABORTED : RolloutStatus.FAILED;
        List<RolloutOutcome> outcome = new ArrayList<>();
        Workflow.newDetachedCancellationScope(() -> outcome.add(close(run, status, ending.reason())))
                .run();
        Workflow.await(Workflow::isEveryHandlerFinished);
        if (status == RolloutStatus.SUCCEEDED) {
            return outcome.getFirst();
        }
        throw ApplicationFailure.newNonRetryableFailure(
                "rollout " + status.word() + ": " + ending.reason(),
                status == RolloutStatus.ABORTED ? "Aborted" : "Failed");
    }

    private RolloutOutcome close(Run run, RolloutStatus status, String reason) {
        if (status == RolloutStatus.SUCCEEDED && run.prepared().whole()) {
            new Pruning(run).run();
        }
        new Finale(run, book).run(status, reason);
        Map<String, JsonNode> outputs = new TreeMap<>();
        String message = reason;
        if (status == RolloutStatus.SUCCEEDED) {
            try {
                run.header()
                        .outputs()
                        .forEach((name, template) -> outputs.put(
                                name, evaluator.resolve(template, run.scope().ofAll())));
            } catch (Evaluator.EvaluationFailure e) {
                message = "an output has no value: " + e.getMessage();
            }
        }
        ledger.write(new JournalEvent.RolloutMoved(status, message, outputs, Ledger.now()));
        int done = ledger.counts().getOrDefault(StepStatus.SUCCEEDED, 0);
        return new RolloutOutcome(rollout, status.word(), outputs, done + " steps done");
    }

    @Override
    public String approve(DecisionRequest request) {
        return "approved " + decisions.take(Decision.Kind.APPROVE, request).step();
    }

    @Override
    public void mayApprove(DecisionRequest request) {
        decisions.validate(Decision.Kind.APPROVE, request);
    }

    @Override
    public String retry(DecisionRequest request) {
        return "trying " + decisions.take(Decision.Kind.RETRY, request).step() + " again";
    }

    @Override
    public void mayRetry(DecisionRequest request) {
        decisions.validate(Decision.Kind.RETRY, request);
    }

    @Override
    public String skip(DecisionRequest request) {
        return "skipping " + decisions.take(Decision.Kind.SKIP, request).step();
    }

    @Override
    public void maySkip(DecisionRequest request) {
        decisions.validate(Decision.Kind.SKIP, request);
    }

    @Override
    public String abort(DecisionRequest request) {
        gate.end(Ending.aborted(request.note().isEmpty() ? "aborted by a person" : request.note(), request.undo()));
        decisions.take(Decision.Kind.ABORT, request);
        if (stages != null) {
            stages.cancel("aborted");
        }
        return "aborting";
    }

    @Override
    public void mayAbort(DecisionRequest request) {
        decisions.validate(Decision.Kind.ABORT, request);
    }

    @Override
    public RolloutOverview overview() {
        Journal journal = ledger.journal();
        Map<String, Integer> counts = new TreeMap<>();
        ledger.counts().forEach((status, many) -> counts.put(status.name().toLowerCase(Locale.ROOT), many));
        List<String> running = journal.steps().values().stream()
                .filter(step -> step.status() == StepStatus.RUNNING)
                .map(StepRecord::step)
                .limit(50)
                .toList();
        return new RolloutOverview(
                rollout,
                journal.pipeline(),
                journal.target(),
                journal.plan(),
                journal.status(),
                journal.message(),
                counts,
                running,
                decisions.waiting());
    }

    @Override
    public StepPage steps(int page) {
        return new StepPage(ledger.journal().steps().values().stream()
                .skip((long) page * PAGE)
                .limit(PAGE)
                .toList());
    }
}
