package io.slipway.activities.step;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.slipway.model.action.Action;
import io.slipway.model.journal.Failure;
import io.slipway.model.journal.JournalEvent;
import io.slipway.model.journal.StepResult;
import io.slipway.workflows.contract.StepProgress;
import io.slipway.workflows.contract.StepTask;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.activity.ActivityInfo;
import io.temporal.activity.DynamicActivity;
import io.temporal.client.ActivityCanceledException;
import io.temporal.common.converter.EncodedValues;
import io.temporal.failure.ApplicationFailure;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The envelope of every step: one activity for all verbs, whose type says which. It keeps the journal, heartbeats,
 * turns errors into results, and gives a try that was already finished its result instead of running it again.
 */
public final class StepActivities implements DynamicActivity {
    private static final Logger log = LoggerFactory.getLogger(StepActivities.class);

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
                    "this worker does not know the verb '" + info.getActivityType() + "'",
                    "the pipeline is newer than the worker",
                    "update the worker"));
        }
        StepTask task = arguments.get(0, StepTask.class);
        return finishedBefore(task, info).orElseGet(() -> run(task, verb, context));
    }

    /** A worker was lost after it had written the end and before Temporal knew of it. */
    private Optional<StepResult> finishedBefore(StepTask task, ActivityInfo info) {
        if (info.getAttempt() == 1 || task.undo()) {
            return Optional.empty();
        }
        return services.journals().events(task.rollout()).stream()
                .filter(JournalEvent.StepFinished.class::isInstance)
                .map(JournalEvent.StepFinished.class::cast)
                .filter(event -> event.step().equals(task.step()) && event.attempt() == task.attempt())
                .map(JournalEvent.StepFinished::result)
                .findFirst();
    }

    private StepResult run(StepTask task, VerbRunner<?> verb, ActivityExecutionContext context) {
        journal(
                task,
                new JournalEvent.StepStarted(
                        task.step(), task.stage(), task.verb(), task.attempt(), task.merkle(), now()));
        EvidenceRecorder recorder = new EvidenceRecorder(services.blobs(), services.masker());
        StepResult result = attempt(task, verb, context, recorder);
        StepResult evidenced = ResultLimits.within(new StepResult(
                result.outcome(),
                result.outputs(),
                result.summary(),
                recorder.warnings(),
                result.failure(),
                recorder.counts(),
                recorder.store()));
        StepResult masked = MaskedJson.of(evidenced, StepResult.class, services.masker());
        journal(task, new JournalEvent.StepFinished(task.step(), task.attempt(), masked, now()));
        return masked;
    }

    private StepResult attempt(
            StepTask task, VerbRunner<?> verb, ActivityExecutionContext context, EvidenceRecorder recorder) {
        ActivityInfo info = context.getInfo();
        Heartbeat heartbeat = null;
        try {
            Target target = services.targets().get(task.target());
            ActivityStepContext step = new ActivityStepContext(
                    task, target, services, recorder, Instant.ofEpochMilli(info.getScheduledTimestamp()));
            heartbeat = new Heartbeat(context, step::snapshot);
            step.attach(heartbeat, earlier(context));
            Done done = verb.run(task, step);
            return StepResult.succeeded(done.summary(), done.outputs());
        } catch (StepFailure e) {
            return StepResult.failed(e.failure());
        } catch (InterruptedException e) {
            throw stopped(heartbeat, info);
        } catch (LostTouch e) {
            throw ApplicationFailure.newFailure(e.getMessage(), "LostTouch");
        } catch (KubernetesClientException e) {
            return clusterError(e, heartbeat, info);
        } catch (RuntimeException e) {
            if (heartbeat != null && heartbeat.isCancelled()) {
                throw stopped(heartbeat, info);
            }
            log.error("step {} failed inside Slipway", task.key(), e);
            return StepResult.failed(Failure.of(
                    "Slipway itself failed: " + e,
                    "an error inside the worker, not of the cluster",
                    "see the worker's log; report it with the rollout's journal"));
        } finally {
            if (heartbeat != null) {
                heartbeat.close();
            }
            Thread.interrupted(); // it came too late, and would keep the end from being written down
            services.board().clear(task.rollout(), task.step());
        }
    }

    private StepResult clusterError(KubernetesClientException e, Heartbeat heartbeat, ActivityInfo info) {
        if (heartbeat != null && heartbeat.isCancelled()) {
            throw stopped(heartbeat, info);
        }
        if (ClusterErrors.isPassing(e)) {
            throw ApplicationFailure.newFailure(
                    services.masker().mask("the API server is away: " + e.getMessage()), "ClusterUnavailable");
        }
        return StepResult.failed(ClusterErrors.explain(e));
    }

    private static RuntimeException stopped(Heartbeat heartbeat, ActivityInfo info) {
        return heartbeat != null && heartbeat.isCancelled()
                ? new ActivityCanceledException(info)
                : ApplicationFailure.newFailure("the worker is stopping", "WorkerStopping");
    }

    private static Map<String, String> earlier(ActivityExecutionContext context) {
        return context.getHeartbeatDetails(StepProgress.class)
                .map(StepProgress::remembered)
                .orElse(Map.of());
    }

    private void journal(StepTask task, JournalEvent event) {
        if (!task.undo()) {
            services.journals().append(task.rollout(), List.of(event));
        }
    }

    private Instant now() {
        return services.clock().instant();
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
