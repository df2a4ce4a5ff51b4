package io.slipway.activities.step;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.store.StoreTrouble;
import io.slipway.model.action.Action;
import io.slipway.model.journal.Doings;
import io.slipway.model.journal.Failure;
import io.slipway.model.journal.JournalEvent;
import io.slipway.model.journal.StepResult;
import io.slipway.workflows.contract.StepTask;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.activity.ActivityInfo;
import io.temporal.activity.DynamicActivity;
import io.temporal.common.converter.EncodedValues;
import io.temporal.failure.ApplicationFailure;
import java.util.Map;
import java.util.Optional;

/**
 * The envelope of every step: one activity for all verbs, whose type says which. It keeps the journal, heartbeats,
 * turns errors into results, and gives a try that was already finished its result instead of running it again.
 */
public final class StepActivities implements DynamicActivity {
    private final StepServices services;
    private final Map<String, VerbRunner<?>> verbs;

    /** An envelope for these verbs, by name. */
    public StepActivities(StepServices services, Map<String, VerbRunner<?>> verbs) {
        this.services = services;
        this.verbs = Map.copyOf(verbs);
    }

    @Override
    public Object execute(EncodedValues arguments) {
        ActivityExecutionContext context = Activity.getExecutionContext();
        ActivityInfo info = context.getInfo();
        VerbRunner<?> verb = verbs.get(info.getActivityType());
        if (verb == null) {
            return StepResult.failed(Failure.permanent(
                    "this worker does not support verb '" + info.getActivityType() + "'",
                    "the pipeline is newer than the worker",
                    "update the worker"));
        }
        StepTask task = arguments.get(0, StepTask.class);
        try {
            return finishedBefore(task, info)
                    .orElseGet(() -> new StepTry(services, knowingAll(task), verb, context).run());
        } catch (StoreTrouble e) {
            throw ApplicationFailure.newFailure(services.masker().mask(e.told()), "StoreUnavailable");
        }
    }

    /** A worker was lost after it had written the end and before Temporal knew of it. */
    private Optional<StepResult> finishedBefore(StepTask task, ActivityInfo info) {
        if (info.getAttempt() == 1 || task.undo()) {
            return Optional.empty();
        }
        return services.journals().events(task.rollout(), task.step()).stream()
                .filter(JournalEvent.StepFinished.class::isInstance)
                .map(JournalEvent.StepFinished.class::cast)
                .filter(event -> event.step().equals(task.step()) && event.attempt() == task.attempt())
                .map(JournalEvent.StepFinished::result)
                .findFirst();
    }

    /** The workflow keeps the latest tries of a step only, and hears of none that it has cancelled. */
    private StepTask knowingAll(StepTask task) {
        return task.undo()
                ? Doings.of(services.journals().events(task.rollout(), task.step()), task.step())
                        .map(task::after)
                        .orElse(task)
                : task;
    }

    /**
     * A verb with its record.
     *
     * @param type the record
     * @param handler carries it out
     */
    public record VerbRunner<A extends Action>(Class<A> type, VerbHandler<A> handler) {
        Done run(StepTask task, ActivityStepContext context) throws InterruptedException {
            JsonNode block = task.undo() ? task.action().path("action") : task.action();
            A action = ActionReader.read(type, context.withSecrets(block));
            boolean takesBack =
                    task.undo() && !task.action().path("own").asBoolean(); // else the step's own verb for it
            return takesBack ? handler.undo(action, context) : handler.run(action, context);
        }
    }
}
