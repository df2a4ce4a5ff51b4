package io.slipway.workflows.rollout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.model.journal.Ahead;
import io.slipway.model.journal.Decision;
import io.slipway.model.journal.Journal;
import io.slipway.model.journal.RolloutStatus;
import io.slipway.model.journal.StepRecord;
import io.slipway.model.journal.StepStatus;
import io.slipway.model.json.Json;
import io.slipway.workflows.contract.AmendRequest;
import io.slipway.workflows.contract.Amended;
import io.slipway.workflows.contract.DecisionRequest;
import io.slipway.workflows.contract.PlanActivities;
import io.slipway.workflows.contract.PrepareRequest;
import io.slipway.workflows.contract.Prepared;
import io.slipway.workflows.contract.Rollout;
import io.slipway.workflows.contract.RolloutOutcome;
import io.slipway.workflows.contract.RolloutOverview;
import io.slipway.workflows.contract.StepPage;
import io.slipway.workflows.contract.UndoRequest;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
    private final Stopping stopping = new Stopping();

    /** A run that evaluates early expressions with {@code evaluator}. */
    public RolloutWorkflow(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    @Override
    public RolloutOutcome run(JsonNode input) {
        JsonNode typed = input == null ? JsonNodeFactory.instance.nullNode() : input;
        CancellationScope.current().getCancellationRequest().thenApply(this::cancelled);
        Box<RolloutOutcome> outcome = new Box<>();
        Workflow.newDetachedCancellationScope(() -> outcome.set(rollOut(typed))).run();
        return outcome.get();
    }

    private String cancelled(String reason) {
        String why = reason == null || reason.isBlank() ? "cancelled" : reason;
        gate.end(Ending.cancelled(why));
        decisions.giveUp(why);
        stopping.stop(why);
        return why;
    }

    private RolloutOutcome rollOut(JsonNode given) {
        boolean continued = Workflow.getInfo().getContinuedExecutionRunId().isPresent();
        boolean child = Workflow.getInfo().getParentWorkflowId().isPresent();
        Prepared prepared = book.prepare(new PrepareRequest(rollout, given, continued, child));
        if (!prepared.problems().isEmpty()) {
            throw PlainFailure.of(
                    "the rollout cannot start:" + listed(prepared.problems()), INVALID_INPUT, prepared.problems());
        }
        JsonNode typed = child && prepared.journalPages().isEmpty() ? anew(given) : given;
        boolean held = typed.path("hold").asBoolean();
        Run run = Run.of(rollout, prepared, ledger, gate, decisions, evaluator, continued, held);
        Beginning beginning = new Beginning(run, book, typed);
        beginning.takeOver();
        Groups group = new Groups(run, stopping);
        Optional<Ending> refused = group.acquire();
        if (refused.isPresent()) {
            return beginning.refused(refused.get());
        }
        try {
            beginning.begin();
            if (typed.path("undo").isObject()) {
                UndoRequest request = Json.mapper().convertValue(typed.path("undo"), UndoRequest.class);
                return new Closing(run, book).takenBack(new TakingBack(run, book, stopping).run(request));
            }
            walk(run, typed);
            if (prepared.looks().isPresent()) {
                new Looking(run).judge();
            }
            return new Closing(run, book).end();
        } finally {
            if (!gate.isDraining()) { // a run that continues as a new one keeps its group
                group.release();
            }
        }
    }

    /** The input of a child that was to go on, but had never begun. */
    private static JsonNode anew(JsonNode given) {
        ObjectNode input = given.deepCopy();
        input.remove(List.of("resume", "hold"));
        return input;
    }

    private void walk(Run run, JsonNode typed) {
        Promise<Void> done = stopping.start(new StageRunner(run, book)::runAll);
        Workflow.await(() -> done.isCompleted() || gate.shouldDrain());
        if (!done.isCompleted()) {
            gate.drain(ledger);
            if (!done.isCompleted() && !gate.ending().requested()) {
                ObjectNode next = typed.isObject() ? typed.deepCopy() : JsonNodeFactory.instance.objectNode();
                Workflow.continueAsNew(next);
            }
            gate.open();
        }
        try {
            done.get();
        } catch (CanceledFailure e) {
            if (!stopping.isStopped()) {
                gate.end(Ending.failed("a step was cancelled from outside: " + e.getOriginalMessage(), false));
            }
        }
    }

    @Override
    public String approve(JsonNode typed) {
        DecisionRequest request = DecisionRequest.read(typed);
        decisions.admit(request);
        Decision decision = decisions.take(Decision.Kind.APPROVE, request);
        return "approved " + decision.step()
                + (decision.plan().isEmpty() ? "" : ", bound to plan " + Ahead.name(decision.plan()));
    }

    @Override
    public void mayApprove(JsonNode typed) {
        decisions.validate(Decision.Kind.APPROVE, DecisionRequest.read(typed));
    }

    @Override
    public String retry(JsonNode typed) {
        DecisionRequest request = DecisionRequest.read(typed);
        return "retrying " + decisions.take(Decision.Kind.RETRY, request).step();
    }

    @Override
    public void mayRetry(JsonNode typed) {
        decisions.validate(Decision.Kind.RETRY, DecisionRequest.read(typed));
    }

    @Override
    public String skip(JsonNode typed) {
        DecisionRequest request = DecisionRequest.read(typed);
        return "skipping " + decisions.take(Decision.Kind.SKIP, request).step();
    }

    @Override
    public void maySkip(JsonNode typed) {
        decisions.validate(Decision.Kind.SKIP, DecisionRequest.read(typed));
    }

    @Override
    public String abort(JsonNode typed) {
        DecisionRequest request = DecisionRequest.read(typed);
        String by = "aborted by " + (request.by().isEmpty() ? "somebody" : request.by());
        gate.end(Ending.aborted(request.note().isEmpty() ? by : request.note(), request.undo()));
        decisions.take(Decision.Kind.ABORT, request);
        stopping.stop("aborted");
        return "aborting";
    }

    @Override
    public void mayAbort(JsonNode typed) {
        decisions.validate(Decision.Kind.ABORT, DecisionRequest.read(typed));
    }

    @Override
    public Amended amend(JsonNode typed) {
        AmendRequest request = AmendRequest.read(typed);
        Amended amended = book.amend(new PlanActivities.AmendCall(rollout, request, true));
        List<String> problems = new ArrayList<>(amended.problems());
        if (problems.isEmpty() && ledger.status() != RolloutStatus.PAUSED) {
            problems.add("the rollout has continued in the meantime");
        }
        if (!problems.isEmpty()) {
            throw PlainFailure.of(String.join("\n", problems), "NotAmended", problems, amended.differences());
        }
        if (!request.dryRun()) {
            ledger.write(amended.event().orElseThrow());
            gate.amend();
        }
        return amended;
    }

    @Override
    public void mayAmend(JsonNode typed) {
        AmendRequest.read(typed);
        if (ledger.status() != RolloutStatus.PAUSED || gate.isDraining()) {
            throw new IllegalArgumentException("only a paused rollout can be amended; this one is "
                    + ledger.status().word());
        }
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
                journal.by(),
                journal.simulated(),
                journal.started(),
                journal.finished(),
                journal.status(),
                journal.message(),
                counts,
                running,
                decisions.waiting(),
                decisions.telling());
    }

    @Override
    public StepPage steps(int page) {
        return new StepPage(ledger.journal().steps().values().stream()
                .skip((long) page * PAGE)
                .limit(PAGE)
                .toList());
    }

    /** One problem on the same line, several on a line each. */
    private static String listed(List<String> problems) {
        return problems.size() == 1 ? " " + problems.getFirst() : "\n- " + String.join("\n- ", problems);
    }
}
