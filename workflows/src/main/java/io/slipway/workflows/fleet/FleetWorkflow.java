package io.slipway.workflows.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.slipway.model.fleet.FleetEvent;
import io.slipway.model.fleet.FleetJournal;
import io.slipway.model.fleet.TargetStatus;
import io.slipway.model.journal.RolloutStatus;
import io.slipway.workflows.contract.FleetActivities;
import io.slipway.workflows.contract.FleetDecision;
import io.slipway.workflows.contract.FleetInput;
import io.slipway.workflows.contract.FleetOutcome;
import io.slipway.workflows.contract.FleetOverview;
import io.slipway.workflows.contract.FleetRun;
import io.temporal.activity.ActivityOptions;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The workflow {@code Fleet}: its life from input to outcome, and how people talk to it. */
public final class FleetWorkflow implements FleetRun {
    private static final int PAGE = 200;

    private final String id = Workflow.getInfo().getWorkflowId();
    private final FleetLedger ledger = new FleetLedger(id);
    private final Desk desk = new Desk(ledger);
    private final FleetActivities activities = Workflow.newActivityStub(
            FleetActivities.class,
            ActivityOptions.newBuilder()
                    .setStartToCloseTimeout(Duration.ofMinutes(2))
                    .build());
    private Optional<FleetActivities.Prepared> prepared = Optional.empty();
    private Optional<FleetWalk> walk = Optional.empty();
    private final long longHistory;
    private FleetOutcome outcome;

    /** A run that continues as a new one when Temporal suggests it. */
    public FleetWorkflow() {
        this(Long.MAX_VALUE);
    }

    /** A run that continues as a new one also when its history has so many events. */
    public FleetWorkflow(long longHistory) {
        this.longHistory = longHistory;
    }

    @Override
    public FleetOutcome run(JsonNode input) {
        JsonNode typed = input == null ? JsonNodeFactory.instance.nullNode() : input;
        CancellationScope.current().getCancellationRequest().thenApply(reason -> {
            desk.cancel(reason == null || reason.isBlank() ? "cancelled" : reason);
            return reason;
        });
        Workflow.newDetachedCancellationScope(() -> outcome = carryOut(typed)).run();
        return outcome;
    }

    private FleetOutcome carryOut(JsonNode typed) {
        boolean continued = Workflow.getInfo().getContinuedExecutionRunId().isPresent();
        FleetActivities.Prepared ready = activities.prepare(new FleetActivities.Request(id, typed, continued));
        if (!ready.problems().isEmpty()) {
            throw ApplicationFailure.newNonRetryableFailure(
                    "the fleet cannot start:\n" + String.join("\n", ready.problems()),
                    "InvalidInput",
                    ready.problems());
        }
        prepared = Optional.of(ready);
        begin(ready, typed, continued);
        FleetWalk walking = new FleetWalk(ledger, desk, ready, longHistory);
        walk = Optional.of(walking);
        Async.procedure(() -> cancelAtAnEarlyEnd(walking));
        if (!continued || ledger.journal().status() != RolloutStatus.PAUSED) {
            walking.run();
        }
        while (!desk.ending().isPresent() && (walking.leaves() || isPaused(walking))) {
            pause(walking, typed);
            walking.run();
        }
        return end(walking);
    }

    private void cancelAtAnEarlyEnd(FleetWalk walking) {
        Workflow.await(() -> desk.ending().isPresent());
        List<String> rollouts = walking.underWay();
        if (!rollouts.isEmpty()) {
            activities.cancel(rollouts, "the fleet ends: " + desk.ending().get());
        }
    }

    private void begin(FleetActivities.Prepared ready, JsonNode typed, boolean continued) {
        ledger.adopt(ready);
        List<String> ignored = new ArrayList<>();
        FleetInput input = FleetInput.read(typed, ignored);
        FleetEvent.Started started = new FleetEvent.Started(
                ready.plan().orElseThrow().fleet(), ready.hash(), ready.simulated(), input.by(), FleetLedger.now());
        if (continued) {
            ledger.note(started);
            ready.status()
                    .filter(RolloutStatus.PAUSED::equals)
                    .ifPresent(status -> ledger.note(new FleetEvent.Moved(status, "", FleetLedger.now())));
            ready.pausing().ifPresent(ledger::note);
        } else {
            ledger.write(started);
            desk.again(input.skip());
        }
    }

    private boolean isPaused(FleetWalk walking) {
        return walking.stop().isPresent() || ledger.journal().status() == RolloutStatus.PAUSED;
    }

    /** Waits for a person, or continues as a new run, which then waits. */
    private void pause(FleetWalk walking, JsonNode typed) {
        if (!walking.leaves() && ledger.journal().status() != RolloutStatus.PAUSED) {
            ledger.write(
                    new FleetEvent.Moved(RolloutStatus.PAUSED, walking.stop().orElse(""), FleetLedger.now()));
        }
        Workflow.await(() -> walking.leaves()
                || desk.ending().isPresent()
                || ledger.journal().status() == RolloutStatus.RUNNING);
        if (walking.leaves()) {
            walking.leave();
            Workflow.await(Workflow::isEveryHandlerFinished);
            Workflow.continueAsNew(typed);
        }
    }

    private FleetOutcome end(FleetWalk walking) {
        int failed = ledger.count(TargetStatus.FAILED);
        int all = prepared.orElseThrow().plan().orElseThrow().targets().size();
        RolloutStatus status = failed > 0 ? RolloutStatus.FAILED : RolloutStatus.SUCCEEDED;
        String message = failed > 0 ? failed + " of " + all + " targets failed" : "";
        if (desk.ending().isPresent()) {
            walking.leave();
            status = desk.isCancelled() ? RolloutStatus.CANCELLED : RolloutStatus.ABORTED;
            message = desk.ending().get();
        }
        ledger.write(new FleetEvent.Moved(status, message, FleetLedger.now()));
        Workflow.await(Workflow::isEveryHandlerFinished);
        String failure = "fleet " + status.word() + ": " + message;
        return switch (status) {
            case FAILED -> throw ApplicationFailure.newNonRetryableFailure(failure, "Failed");
            case ABORTED -> throw ApplicationFailure.newNonRetryableFailure(failure, "Aborted");
            case CANCELLED -> throw new CanceledFailure(failure);
            case RUNNING, PAUSED, SUCCEEDED, UNDONE ->
                new FleetOutcome(
                        id, status.word(), ledger.count(TargetStatus.SUCCEEDED) + " of " + all + " targets done");
        };
    }

    @Override
    public String pause(JsonNode typed) {
        desk.pause(FleetDecision.read(typed));
        return "pausing: running targets finish, no others start";
    }

    @Override
    public void mayPause(JsonNode typed) {
        FleetDecision.read(typed);
        desk.mayPause();
    }

    @Override
    public String goOn(JsonNode typed) {
        desk.goOn(FleetDecision.read(typed));
        return "continuing";
    }

    @Override
    public void mayGoOn(JsonNode typed) {
        desk.mayGoOn(FleetDecision.read(typed));
    }

    @Override
    public String abort(JsonNode typed) {
        desk.abort(FleetDecision.read(typed));
        return "aborting";
    }

    @Override
    public void mayAbort(JsonNode typed) {
        FleetDecision.read(typed);
        desk.mayAbort();
    }

    @Override
    public FleetOverview overview() {
        FleetJournal journal = ledger.journal();
        Map<String, Integer> counts = new TreeMap<>();
        journal.targets().forEach(record -> counts.merge(record.status().word(), 1, Integer::sum));
        Optional<FleetEvent.Started> last = journal.last();
        return new FleetOverview(
                id,
                last.map(FleetEvent.Started::fleet).orElse(""),
                last.map(FleetEvent.Started::plan).orElse(""),
                last.map(FleetEvent.Started::by).orElse(""),
                last.map(FleetEvent.Started::simulated).orElse(false),
                journal.status(),
                journal.message(),
                walk.map(FleetWalk::wave).orElse(0),
                prepared.flatMap(FleetActivities.Prepared::plan)
                        .map(plan -> plan.waves().size())
                        .orElse(0),
                counts,
                journal.started(),
                journal.finished());
    }

    @Override
    public TargetPage targets(int page) {
        return new TargetPage(ledger.journal().targets().stream()
                .skip((long) page * PAGE)
                .limit(PAGE)
                .toList());
    }
}
