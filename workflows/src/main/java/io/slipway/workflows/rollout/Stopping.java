package io.slipway.workflows.rollout;

import io.temporal.workflow.Async;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.util.Optional;

/**
 * Stops the work under way when a person aborts the rollout or Temporal cancels its run. The rest of the workflow is
 * detached from the run's own cancellation, so that a rollout always comes to its end.
 */
final class Stopping {
    private Optional<CancellationScope> under = Optional.empty();
    private Optional<String> why = Optional.empty();

    /** Starts work that can be stopped; after a stop it begins cancelled. */
    Promise<Void> start(Runnable work) {
        CancellationScope scope = Workflow.newCancellationScope(work);
        under = Optional.of(scope);
        why.ifPresent(scope::cancel);
        return Async.procedure(scope::run);
    }

    /** Cancels what runs and what starts later. */
    void stop(String reason) {
        why = why.or(() -> Optional.of(reason));
        under.ifPresent(scope -> scope.cancel(reason));
    }

    boolean isStopped() {
        return why.isPresent();
    }
}
