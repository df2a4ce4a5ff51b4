package io.slipway.worker.fleet;

import io.slipway.activities.store.FleetStore;
import io.slipway.model.fleet.FleetEvent;
import io.slipway.model.fleet.FleetJournal;
import io.slipway.model.fleet.TargetRecord;
import io.slipway.workflows.contract.FleetDecision;
import io.slipway.workflows.contract.FleetOutcome;
import io.slipway.workflows.contract.FleetOverview;
import io.slipway.workflows.contract.FleetRun;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowServiceException;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One run of a fleet, to follow and to decide on. */
public final class FleetHandle {
    private final String id;
    private final WorkflowStub stub;
    private final FleetStore journals;
    private CompletableFuture<FleetOutcome> result;

    FleetHandle(String id, WorkflowStub stub, FleetStore journals) {
        this.id = id;
        this.stub = stub;
        this.journals = journals;
    }

    /** Its id, which is its workflow id. */
    public String id() {
        return id;
    }

    /** What has happened so far: from the journal in the state folder, or else from the workflow. */
    public FleetJournal journal() {
        FleetJournal here = journals.journal(id);
        return here.last().isPresent() ? here : queried(here);
    }

    private FleetJournal queried(FleetJournal otherwise) {
        try {
            FleetOverview now = stub.query("overview", FleetOverview.class);
            if (now.started().isEmpty()) {
                return otherwise;
            }
            FleetJournal journal = new FleetJournal(id);
            journal.apply(new FleetEvent.Started(
                    now.fleet(),
                    now.plan(),
                    now.simulated(),
                    now.by(),
                    now.started().get()));
            List<TargetRecord> records =
                    stub.query("targets", FleetRun.TargetPage.class, 0).targets();
            for (int page = 1; !records.isEmpty(); page++) {
                records.forEach(journal::adopt);
                records = stub.query("targets", FleetRun.TargetPage.class, page).targets();
            }
            journal.apply(new FleetEvent.Moved(
                    now.status(),
                    now.message(),
                    now.finished().orElse(now.started().get())));
            return journal;
        } catch (WorkflowException e) {
            return otherwise; // there is no worker that could answer, or nothing to tell yet
        }
    }

    /**
     * Decides.
     *
     * @param what pause, continue or abort
     * @return what was done, for people
     * @throws Refused when it cannot be; the message says why
     */
    public String decide(String what, FleetDecision decision) {
        try {
            return stub.update(what, String.class, decision);
        } catch (WorkflowUpdateException e) {
            throw new Refused(reason(e));
        } catch (WorkflowException e) {
            throw new Refused("fleet '" + id + "' takes no decisions: " + reason(e));
        }
    }

    /** Waits for the end, at most so long; empty when it is not over. Asking often costs nothing. */
    public Optional<End> await(Duration atMost) {
        try {
            FleetOutcome outcome = result().get(atMost.toMillis(), TimeUnit.MILLISECONDS);
            return Optional.of(new End(true, outcome.summary()));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof WorkflowServiceException lost) {
                throw lost;
            }
            return Optional.of(new End(false, reason(e)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private synchronized CompletableFuture<FleetOutcome> result() {
        if (result == null) {
            result = stub.getResultAsync(FleetOutcome.class);
        }
        return result;
    }

    private static String reason(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ApplicationFailure failure) {
                return failure.getOriginalMessage();
            }
            if (cause instanceof CanceledFailure) {
                return "the fleet was cancelled";
            }
        }
        return String.valueOf(e.getMessage());
    }

    /**
     * How it ended.
     *
     * @param succeeded whether all targets did
     * @param message one line for people, or the list of problems of an input
     */
    public record End(boolean succeeded, String message) {}

    /** A decision that was not taken. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }
}
