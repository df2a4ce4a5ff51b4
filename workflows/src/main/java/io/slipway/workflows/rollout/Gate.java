package io.slipway.workflows.rollout;

import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Workflow;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Decides whether new work may start: not while a step waits for a person, not once the rollout is ending, and not while
 * the run prepares to continue as a new one.
 */
final class Gate {
    /** A history this long is continued even if that means waiting for steps that cannot be re-attached. */
    private static final long LONG_HISTORY = 20_000;
    /** Runs that began to drain before this change leave what can be left also when the rollout has ended meanwhile. */
    private static final String LOOKS_BACK = "drain-looks-back";

    private final Set<CancellationScope> detachable = new LinkedHashSet<>();
    private int paused;
    private int bound;
    private boolean draining;
    private boolean looksBack;
    private boolean amended;
    private Ending ending = Ending.none();

    /**
     * Waits until new work may start.
     *
     * @return false when it may not start any more, since the rollout is ending
     */
    boolean enter() {
        if (closed()) {
            Workflow.await(() -> !closed());
        }
        return !ending.requested();
    }

    private boolean closed() {
        return draining || (paused > 0 && !ending.requested());
    }

    /** A step waits for a person. */
    void pause() {
        paused++;
    }

    /** A step no longer waits for a person. */
    void resume() {
        paused--;
    }

    boolean isPaused() {
        return paused > 0;
    }

    /** Nothing new starts any more. The first request counts, but a later one may ask for undo or abort. */
    void end(Ending requested) {
        ending = ending.and(requested);
    }

    Ending ending() {
        return ending;
    }

    /** Runs work that ends by itself; a new run cannot take it over. */
    void runBound(Runnable work) {
        bound++;
        try {
            work.run();
        } finally {
            bound--;
        }
    }

    /** Runs work that can be left and taken up again under its key. Only returns from being left when the run stays. */
    void runDetachable(Runnable work) {
        CancellationScope scope = Workflow.newCancellationScope(work);
        detachable.add(scope);
        try {
            scope.run();
        } finally {
            detachable.remove(scope);
            if (draining) {
                Workflow.await(() -> looksBack && !draining);
            }
        }
    }

    /** Whether it is time to continue as a new run. */
    boolean shouldDrain() {
        return (amended || Workflow.getInfo().isContinueAsNewSuggested())
                && !ending.requested()
                && (amended || bound == 0 || Workflow.getInfo().getHistoryLength() > LONG_HISTORY);
    }

    /** The rollout goes on with another plan, as a new run, when what runs has come to its end. */
    void amend() {
        amended = true;
    }

    /**
     * Starts nothing new, waits for what must end by itself, and leaves the rest where it is, unless the rollout ends.
     *
     * @param ledger holds all that the new run will know, and so has to be written to the end
     */
    void drain(Ledger ledger) {
        draining = true;
        looksBack = Workflow.getVersion(LOOKS_BACK, Workflow.DEFAULT_VERSION, 1) >= 1;
        Workflow.await(() -> bound == 0);
        if (looksBack && ending.requested()) {
            return;
        }
        Set.copyOf(detachable).forEach(scope -> scope.cancel("the run continues as a new one"));
        Workflow.await(detachable::isEmpty);
        Workflow.await(() -> Workflow.isEveryHandlerFinished() && (ledger.isWritten() || !looksBack));
    }

    /** It came to nothing: the rollout ended meanwhile. */
    void open() {
        draining = false;
    }

    /** Whether a new run goes on from here, which knows no more than the journal. */
    boolean isHandingOver() {
        return draining && looksBack;
    }

    boolean isDraining() {
        return draining;
    }
}
