package io.slipway.workflows.fleet;

import io.slipway.model.fleet.FleetEvent;
import io.slipway.model.fleet.TargetRecord;
import io.slipway.model.fleet.TargetStatus;
import io.slipway.model.journal.RolloutStatus;
import io.slipway.workflows.contract.FleetDecision;
import java.util.List;
import java.util.Optional;

/** What people decide about a fleet. */
final class Desk {
    private final FleetLedger ledger;
    private Optional<String> end = Optional.empty();
    private boolean cancelled;

    Desk(FleetLedger ledger) {
        this.ledger = ledger;
    }

    void pause(FleetDecision decision) {
        write(FleetEvent.PAUSE, decision);
    }

    void mayPause() {
        if (ledger.journal().status() != RolloutStatus.RUNNING || pausing().isPresent()) {
            throw new IllegalArgumentException("only a running fleet can be paused; this one is "
                    + (pausing().isPresent() ? "pausing" : word()));
        }
    }

    void goOn(FleetDecision decision) {
        write("continue", decision);
        again(decision.skip());
        ledger.write(new FleetEvent.Moved(RolloutStatus.RUNNING, "", FleetLedger.now()));
    }

    void mayGoOn(FleetDecision decision) {
        if (ledger.journal().status() != RolloutStatus.PAUSED) {
            throw new IllegalArgumentException("only a paused fleet can be continued; this one is " + word());
        }
        List<String> failed = ledger.in(TargetStatus.FAILED).stream()
                .map(TargetRecord::target)
                .toList();
        decision.skip().stream()
                .filter(name -> !failed.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException(
                            "target '" + name + "' has not failed and cannot be skipped. Failed: "
                                    + (failed.isEmpty() ? "none" : String.join(", ", failed)));
                });
    }

    /** Failed targets begin again, but for those that are skipped. */
    void again(List<String> skip) {
        for (TargetRecord failed : ledger.in(TargetStatus.FAILED)) {
            TargetStatus next = skip.contains(failed.target()) ? TargetStatus.SKIPPED : TargetStatus.PENDING;
            ledger.moved(failed.target(), next, "", failed.cause(), failed.fix());
        }
    }

    void abort(FleetDecision decision) {
        end = Optional.of("aborted by " + who(decision.by(), decision.note()));
        write("abort", decision);
    }

    void mayAbort() {
        if (ledger.journal().status().closed() || end.isPresent()) {
            throw new IllegalArgumentException("the fleet has ended: " + (end.isPresent() ? end.get() : word()));
        }
    }

    /** Temporal was asked to cancel the run. */
    void cancel(String reason) {
        end = end.or(() -> Optional.of(reason));
        cancelled = true;
    }

    private void write(String what, FleetDecision decision) {
        ledger.write(new FleetEvent.Decided(what, decision.by(), decision.note(), decision.skip(), FleetLedger.now()));
    }

    private static String who(String by, String note) {
        return (by.isEmpty() ? "somebody" : by) + (note.isEmpty() ? "" : ": " + note);
    }

    private String word() {
        return ledger.journal().status().word();
    }

    /** Why it pauses, when somebody asked for it, perhaps in an earlier run. */
    Optional<String> pausing() {
        return ledger.journal().pausing().map(asked -> "paused by " + who(asked.by(), asked.note()));
    }

    /** Why it ends early, when it does. */
    Optional<String> ending() {
        return end;
    }

    boolean isCancelled() {
        return cancelled;
    }
}
