package io.slipway.worker.engine;

import io.slipway.model.amend.StepDifference;
import io.slipway.model.journal.Decision;
import io.slipway.model.journal.Journal;
import io.slipway.workflows.contract.AmendRequest;
import io.slipway.workflows.contract.Amended;
import io.slipway.workflows.contract.DecisionRequest;
import io.slipway.workflows.contract.Rollout;
import io.slipway.workflows.contract.RolloutOutcome;
import io.slipway.workflows.contract.RolloutOverview;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowServiceException;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One rollout, to follow and to decide on. */
public final class RolloutHandle {
    private static final Set<String> REFUSALS = Set.of(Rollout.INVALID_INPUT, Rollout.GROUP_HELD);

    private final String id;
    private final WorkflowStub stub;
    private final Engine engine;
    private CompletableFuture<RolloutOutcome> result;

    RolloutHandle(String id, WorkflowStub stub, Engine engine) {
        this.id = id;
        this.stub = stub;
        this.engine = engine;
    }

    /** The id of the rollout, which is its workflow id. */
    public String id() {
        return id;
    }

    /**
     * What has happened so far: from the journal in the state folder, or, where another machine's worker has it, from
     * the workflow.
     */
    public Journal journal() {
        Journal here = engine.journals().journal(id);
        return here.runs() > 0 || engine.settings().work().isPresent() ? here : queried(here);
    }

    private Journal queried(Journal otherwise) {
        try {
            return QueriedJournal.of(id, stub);
        } catch (WorkflowException e) {
            return otherwise; // there is no worker that could answer, or nothing to tell yet
        }
    }

    /**
     * Whether it waits for a person now, no step runs beside the one that waits, and everybody was told who should be;
     * also when nobody can tell.
     */
    public boolean waits() {
        try {
            RolloutOverview now = overview();
            return !now.waiting().isEmpty()
                    && now.telling() == 0
                    && now.waiting().keySet().containsAll(now.running());
        } catch (WorkflowException e) {
            return true;
        }
    }

    /** Whether its input was accepted, so that the journal is about to tell of this run; also when nobody can tell. */
    public boolean begun() {
        try {
            return !overview().pipeline().isEmpty();
        } catch (WorkflowException e) {
            return true;
        }
    }

    /** Where it is, asked of the workflow itself. */
    public RolloutOverview overview() {
        return stub.query("overview", RolloutOverview.class);
    }

    /** What the running steps say: step → message; from this process, or else from the heartbeats the server has. */
    public Map<String, String> progress() {
        return engine.board().map(board -> board.of(id)).orElseGet(this::heartbeats);
    }

    private Map<String, String> heartbeats() {
        try {
            return pending().progress();
        } catch (WorkflowException e) {
            return Map.of(); // who waits for the end is told that nobody answers
        }
    }

    /**
     * Why it stands still, which is no step's own failure, such as a disk that is full or a concurrency group that it waits
     * for; empty while it does not.
     */
    public Optional<String> trouble() {
        try {
            return pending().trouble().or(() -> engine.journals().trouble(id));
        } catch (WorkflowException e) {
            return Optional.empty();
        }
    }

    private PendingWork pending() {
        return PendingWork.of(stub, engine.client().getOptions().getDataConverter());
    }

    /**
     * Decides on a step that waits.
     *
     * @return what was done, for people
     * @throws DecisionRefused when nothing waits for this decision; the message says what does
     */
    public String decide(Decision.Kind kind, DecisionRequest request) {
        try {
            return stub.update(kind.name().toLowerCase(Locale.ROOT), String.class, request);
        } catch (WorkflowUpdateException e) {
            throw new DecisionRefused(reason(e));
        } catch (WorkflowNotFoundException e) {
            throw new DecisionRefused(gone());
        } catch (WorkflowException e) {
            throw new DecisionRefused("rollout '" + id + "' takes no decisions: " + reason(e));
        }
    }

    /**
     * The paused rollout goes on with its pipeline as it is now.
     *
     * @return what becomes of each step
     * @throws AmendRefused when the pipeline is wrong, or a done step would be lost or done twice
     * @throws DecisionRefused when it is not paused
     */
    public Amended amend(AmendRequest request) {
        try {
            return stub.update("amend", Amended.class, request);
        } catch (WorkflowUpdateException e) {
            throw amendRefused(e);
        } catch (WorkflowNotFoundException e) {
            throw new DecisionRefused(gone());
        } catch (WorkflowException e) {
            throw new DecisionRefused("rollout '" + id + "' cannot be amended: " + reason(e));
        }
    }

    private DecisionRefused amendRefused(WorkflowUpdateException e) {
        return e.getCause() instanceof ApplicationFailure failure
                        && failure.getDetails().getSize() > 1
                ? new AmendRefused(reason(e), List.of(failure.getDetails().get(1, StepDifference[].class)))
                : new DecisionRefused(reason(e));
    }

    /** Why the server has no run of it that could be told anything. */
    private String gone() {
        Journal journal = journal();
        if (journal.runs() == 0) {
            return "no rollout '" + id + "' on this server";
        }
        return journal.status().closed()
                ? "rollout '" + id + "' has ended: " + journal.status().word()
                : "the Temporal server no longer runs rollout '" + id + "', which is "
                        + journal.status().word()
                        + " in its journal: it was terminated there, or the server has lost it";
    }

    private String reason(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ApplicationFailure failure) {
                return failure.getOriginalMessage();
            }
            if (cause instanceof CanceledFailure) {
                return cancelled();
            }
        }
        return String.valueOf(e.getMessage());
    }

    /** Temporal keeps no reason with a cancelled run, and one that had failed before may be cancelled in its finale. */
    private String cancelled() {
        Journal journal = journal();
        return journal.status().closed()
                ? "rollout " + journal.status().word() + ": " + journal.message()
                : "the rollout was cancelled before it started";
    }

    /**
     * Asks the rollout to stop: running steps are cancelled, then {@code finally} runs. Asking again changes nothing.
     *
     * @param by who asks, as claimed; may be empty
     * @param note why; may be empty
     * @throws DecisionRefused when the rollout is over
     */
    public void cancel(String by, String note) {
        String who = by.isEmpty() ? "cancelled" : "cancelled by " + by;
        try {
            if (stub.describe().getStatus() == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING) {
                stub.cancel(note.isEmpty() ? who : who + ": " + note);
                return;
            }
        } catch (WorkflowNotFoundException e) {
            // closed meanwhile, or forgotten: as if it was found closed
        }
        throw new DecisionRefused("rollout '" + id + "' has ended; there is nothing to cancel");
    }

    /** Ends it as somebody with the server's own tools would: at once, without a step more and without a journal's end. */
    public void terminate(String reason) {
        stub.terminate(reason);
    }

    /**
     * Waits for the end, at most so long; empty when it is not over. Asking often costs nothing.
     *
     * @throws ServerLost when the server does not answer any more
     */
    public Optional<End> await(Duration atMost) {
        try {
            RolloutOutcome outcome = result().get(atMost.toMillis(), TimeUnit.MILLISECONDS);
            return Optional.of(new End(true, false, outcome.summary(), Optional.of(outcome)));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof WorkflowServiceException lost) {
                throw new ServerLost(reason(lost), lost);
            }
            return Optional.of(new End(false, refused(e), reason(e), Optional.empty()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static boolean refused(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ApplicationFailure failure) {
                return REFUSALS.contains(failure.getType());
            }
        }
        return false;
    }

    private synchronized CompletableFuture<RolloutOutcome> result() {
        if (result == null) {
            result = stub.getResultAsync(RolloutOutcome.class);
        }
        return result;
    }

    /**
     * How the workflow ended.
     *
     * @param succeeded whether the rollout did
     * @param refused whether this run was refused before it began; the journal of an earlier one is as it was
     * @param message one line for people, or the list of problems of an input
     * @param outcome what it yields when it succeeded
     */
    public record End(boolean succeeded, boolean refused, String message, Optional<RolloutOutcome> outcome) {}

    /** Nothing waits for this decision. */
    public static class DecisionRefused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        DecisionRefused(String message) {
            super(message);
        }
    }

    /** The corrected pipeline was looked at, and may not replace the one of the rollout. */
    public static final class AmendRefused extends DecisionRefused {
        private static final long serialVersionUID = 1L;

        private final transient List<StepDifference> differences;

        AmendRefused(String message, List<StepDifference> differences) {
            super(message);
            this.differences = differences;
        }

        /** What would have become of each step; empty when the pipeline could not be read. */
        public List<StepDifference> differences() {
            return differences;
        }
    }
}
