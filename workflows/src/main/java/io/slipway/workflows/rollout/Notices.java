package io.slipway.workflows.rollout;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.journal.JournalEvent;
import io.slipway.model.journal.RolloutStatus;
import io.slipway.model.journal.StepStatus;
import io.slipway.model.journal.Told;
import io.slipway.model.json.Hash;
import io.slipway.workflows.contract.NoticeActivities;
import io.slipway.workflows.contract.NoticeActivities.Call;
import io.slipway.workflows.contract.NoticeActivities.Sent;
import io.slipway.workflows.contract.NoticeActivities.Story;
import io.slipway.workflows.contract.Prepared;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.List;

/**
 * Tells those whom the pipeline names, once for each event over all runs. Nothing that goes wrong here fails the
 * rollout; the journal says it.
 */
final class Notices {
    private final Run run;
    private final NoticeActivities activities = Workflow.newActivityStub(
            NoticeActivities.class,
            ActivityOptions.newBuilder()
                    .setStartToCloseTimeout(Duration.ofSeconds(20))
                    .setScheduleToCloseTimeout(Duration.ofMinutes(1))
                    .setRetryOptions(RetryOptions.newBuilder()
                            .setInitialInterval(Duration.ofSeconds(1))
                            .setMaximumAttempts(3)
                            .build())
                    .setSummary("send the pipeline's notices")
                    .build());

    Notices(Run run) {
        this.run = run;
    }

    /** A step waits for a person. Goes on at once; a run that continues as a new one waits for what is on its way. */
    void paused(String step, boolean approval, String reason) {
        int attempt = run.ledger().step(step).map(record -> record.attempt()).orElse(0);
        String event = RolloutStatus.PAUSED.word() + "/" + step + "/" + attempt;
        Story story = story(RolloutStatus.PAUSED, step, approval, reason);
        if (tells(story.status())) {
            Runnable telling = () -> run.decisions().whileTelling(() -> detached(event, story));
            Async.procedure(() -> run.gate().runBound(telling));
        }
    }

    /** The rollout is over. Returns when everybody was told, or cannot be. */
    void ended(RolloutStatus status, String reason) {
        String event = status.word() + "/" + Workflow.getInfo().getFirstExecutionRunId();
        Story story = story(status, "", false, reason);
        if (tells(status)) {
            detached(event, story);
        }
    }

    /** Also while the work beside it is being cancelled. */
    private void detached(String event, Story story) {
        Workflow.newDetachedCancellationScope(() -> tell(event, story)).run();
    }

    /** What only looks is told of when it finds something. */
    private boolean tells(RolloutStatus status) {
        return run.header().notices().isPresent()
                && (run.prepared().looks().isEmpty() || status == RolloutStatus.FAILED);
    }

    private void tell(String event, Story story) {
        JsonNode notices = run.header().notices().orElseThrow();
        for (int i = 0; i < notices.size(); i++) {
            String key = Hash.of(run.rollout() + "/" + event + "/" + i).substring(0, 16);
            if (wants(notices.get(i), story.status()) && !run.prepared().told().contains(key)) {
                Sent sent = send(key, notices.get(i), story);
                run.ledger()
                        .write(new JournalEvent.NoticeSent(new Told(
                                story.status(),
                                story.step(),
                                key,
                                sent.to(),
                                sent.delivered(),
                                sent.why(),
                                Ledger.now())));
            }
        }
    }

    private static boolean wants(JsonNode notice, RolloutStatus status) {
        List<JsonNode> events = notice.path("events").valueStream().toList();
        return events.isEmpty()
                || events.stream().anyMatch(event -> event.asText().equals(status.word()));
    }

    private Sent send(String key, JsonNode notice, Story story) {
        try {
            JsonNode resolved = run.evaluator().resolve(notice, run.scope().ofAll());
            return activities.send(
                    new Call(key, resolved, run.header().secrets(), run.target().namespace(), story));
        } catch (Evaluator.EvaluationFailure e) {
            return new Sent(false, "", String.valueOf(e.getMessage()));
        } catch (ActivityFailure e) {
            return new Sent(false, "", reason(e));
        }
    }

    private static String reason(ActivityFailure e) {
        return switch (e.getCause()) {
            case ApplicationFailure failure -> failure.getOriginalMessage();
            case null -> String.valueOf(e.getMessage());
            default -> "it took too long: " + e.getCause().getMessage();
        };
    }

    private Story story(RolloutStatus status, String step, boolean approval, String reason) {
        int planned = run.prepared().stages().stream()
                .mapToInt(Prepared.StagePages::steps)
                .sum();
        return new Story(
                run.rollout(),
                run.header().pipeline(),
                run.target().name(),
                run.target().simulated(),
                status,
                step,
                approval,
                run.prepared().looks().isPresent(),
                reason,
                run.ledger().counts().getOrDefault(StepStatus.SUCCEEDED, 0),
                planned,
                run.started(),
                Ledger.now());
    }
}
