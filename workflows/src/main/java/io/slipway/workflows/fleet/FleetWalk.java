package io.slipway.workflows.fleet;

import io.slipway.model.fleet.FleetEvent;
import io.slipway.model.fleet.FleetPlan;
import io.slipway.model.fleet.FleetTarget;
import io.slipway.model.fleet.TargetRecord;
import io.slipway.model.fleet.TargetStatus;
import io.slipway.workflows.contract.FleetActivities.Prepared;
import io.slipway.workflows.contract.FleetActivities.TargetCall;
import io.slipway.workflows.contract.FleetActivities.TargetEnd;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Goes through the waves: what has not succeeded takes its turn, then the wave's gate, until all are done or something stops it. */
final class FleetWalk {
    private final FleetLedger ledger;
    private final Desk desk;
    private final Prepared prepared;
    private final FleetPlan plan;
    private final Turns turns;
    private final long longHistory;
    private int wave;

    FleetWalk(FleetLedger ledger, Desk desk, Prepared prepared, long longHistory) {
        this.longHistory = longHistory;
        this.ledger = ledger;
        this.desk = desk;
        this.prepared = prepared;
        this.plan = prepared.plan().orElseThrow();
        this.turns = new Turns(plan.parallel());
    }

    /** The wave it is at. */
    int wave() {
        return wave;
    }

    /** Goes as far as it can. When {@link #leaves} holds afterwards, the run is to continue as a new one. */
    void run() {
        for (FleetPlan.Wave next : plan.waves()) {
            wave = next.number();
            rollOut(next);
            if (isStopped()) {
                return;
            }
            gate(next);
            if (isStopped()) {
                return;
            }
        }
    }

    /** Why no further target begins; empty when nothing forbids it. */
    Optional<String> stop() {
        return desk.ending().or(desk::pausing).or(this::tooMany);
    }

    /** Whether the history is long enough to go on in a new run. A fleet that ends sees what is under way to its end. */
    boolean leaves() {
        return desk.ending().isEmpty()
                && (Workflow.getInfo().isContinueAsNewSuggested()
                        || Workflow.getInfo().getHistoryLength() > longHistory);
    }

    private boolean isStopped() {
        return stop().isPresent() || leaves();
    }

    /** Leaves what is under way, for a new run to take up. */
    void leave() {
        turns.leave();
    }

    private Optional<String> tooMany() {
        List<String> failed = ledger.in(TargetStatus.FAILED).stream()
                .map(TargetRecord::target)
                .toList();
        if (failed.size() <= plan.maxFailures()) {
            return Optional.empty();
        }
        String names =
                String.join(", ", failed.subList(0, Math.min(5, failed.size()))) + (failed.size() > 5 ? ", …" : "");
        return Optional.of(failed.size() + (failed.size() == 1 ? " target has" : " targets have") + " failed and "
                + plan.maxFailures() + " may: " + names);
    }

    private void rollOut(FleetPlan.Wave of) {
        in(of, TargetStatus.RUNNING)
                .forEach(target -> follow(target, call(target, ""))); // an earlier run has begun them
        for (FleetTarget target : in(of, TargetStatus.PENDING)) {
            turns.awaitRoom(this::isStopped);
            if (isStopped()) {
                break;
            }
            TargetCall call = call(target, "");
            ledger.moved(target.name(), TargetStatus.RUNNING, call.rollout(), "", "");
            follow(target, call);
        }
        turns.awaitIdle(this::leaves);
    }

    private List<FleetTarget> in(FleetPlan.Wave of, TargetStatus status) {
        return of.targets().stream()
                .filter(target -> ledger.target(target.name()).status() == status)
                .toList();
    }

    private void follow(FleetTarget target, TargetCall call) {
        turns.begin(
                call,
                each -> Turns.activities("roll out " + target.name()).rollOut(each),
                end -> ended(target, end, ""));
    }

    private void ended(FleetTarget target, TargetEnd end, String where) {
        TargetStatus status = end.ok() ? TargetStatus.SUCCEEDED : TargetStatus.FAILED;
        ledger.moved(target.name(), status, "", end.ok() ? "" : where + end.cause(), end.fix());
    }

    private void gate(FleetPlan.Wave of) {
        if (plan.gate().isEmpty() || ledger.journal().passed(of.number())) {
            return;
        }
        leaveAlone(of, plan.gate().get().after());
        if (plan.gate().get().revalidate()) {
            look(of);
        }
        if (!isStopped()) {
            ledger.write(new FleetEvent.GatePassed(of.number(), FleetLedger.now()));
        }
    }

    /** From the end of its last target on, also over several runs. */
    private void leaveAlone(FleetPlan.Wave of, Duration time) {
        Instant last = of.targets().stream()
                .flatMap(target -> ledger.target(target.name()).finished().stream())
                .max(Instant::compareTo)
                .orElseGet(FleetLedger::now);
        Duration wall = Duration.ofMillis(Math.round(time.toMillis() / prepared.pace()));
        Duration left = Duration.between(FleetLedger.now(), last.plus(wall));
        if (left.isPositive()) {
            Workflow.await(left, this::isStopped);
        }
    }

    private void look(FleetPlan.Wave of) {
        for (FleetTarget target : of.targets()) {
            TargetStatus status = ledger.target(target.name()).status();
            if (status == TargetStatus.SUCCEEDED || status == TargetStatus.CHECKING) {
                turns.awaitRoom(this::isStopped);
                if (isStopped()) {
                    break;
                }
                ledger.moved(target.name(), TargetStatus.CHECKING, "", "", "");
                String id = rollout(target) + "-gate-"
                        + Workflow.randomUUID().toString().substring(0, 8);
                turns.begin(
                        call(target, id),
                        each -> Turns.activities("check " + target.name()).look(each),
                        end -> ended(target, end, "the gate: "));
            }
        }
        turns.awaitIdle(this::leaves);
    }

    private String rollout(FleetTarget target) {
        return ledger.journal().id() + "-" + target.name();
    }

    private TargetCall call(FleetTarget target, String look) {
        return new TargetCall(
                rollout(target),
                look,
                target.target(),
                plan.pipeline(),
                plan.profile(),
                plan.params(target),
                plan.onFailure(),
                "fleet " + ledger.journal().id());
    }

    /** The rollouts under way. */
    List<String> underWay() {
        return ledger.journal().targets().stream()
                .filter(record -> record.status().underWay())
                .map(TargetRecord::rollout)
                .toList();
    }
}
