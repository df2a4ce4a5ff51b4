package io.slipway.activities.step;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.secrets.Masker;
import io.slipway.activities.store.BlobStore;
import io.slipway.model.expr.ExpressionException;
import io.slipway.model.expr.Expressions;
import io.slipway.workflows.contract.StepProgress;
import io.slipway.workflows.contract.StepTask;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** The context of a step that runs as a Temporal activity. */
final class ActivityStepContext implements StepContext {
    private final StepTask task;
    private final Target target;
    private final StepServices services;
    private final EvidenceRecorder recorder;
    private final SecretResolver secrets;
    private final Instant deadline;
    private final Map<String, String> remembered = new ConcurrentHashMap<>();
    private volatile String message = "";
    private volatile Heartbeat heartbeat;

    ActivityStepContext(
            StepTask task, Target target, StepServices services, EvidenceRecorder recorder, Instant scheduled) {
        this.task = task;
        this.target = target;
        this.services = services;
        this.recorder = recorder;
        this.deadline = scheduled.plus(task.timeout());
        this.secrets = new SecretResolver(
                task.secrets(), target, namespace(), services.masker(), recorder::warning, services.environment());
    }

    /** Takes over what an earlier worker remembered, and starts to heartbeat. */
    void attach(Heartbeat newHeartbeat, Map<String, String> earlier) {
        heartbeat = newHeartbeat;
        remembered.putAll(earlier);
    }

    StepProgress snapshot() {
        return new StepProgress(task.step(), task.attempt(), message, new TreeMap<>(remembered));
    }

    JsonNode withSecrets(JsonNode action) {
        return secrets.resolve(action);
    }

    @Override
    public StepTask task() {
        return task;
    }

    @Override
    public Target target() {
        return target;
    }

    @Override
    public Recorder recorder() {
        return recorder;
    }

    @Override
    public void progress(String what) {
        message = services.masker().mask(what);
        services.board().say(task.rollout(), snapshot());
    }

    @Override
    public Map<String, String> remembered() {
        return Map.copyOf(remembered);
    }

    @Override
    public void remember(String name, String value) {
        if (!value.equals(remembered.put(name, value))) {
            heartbeat.tell();
        }
    }

    @Override
    public void beforeWrite() throws InterruptedException {
        if (heartbeat.isCancelled() || Thread.interrupted()) {
            throw new InterruptedException("cancelled");
        }
        if (!heartbeat.isFresh()) {
            throw new LostTouch(
                    "Temporal has not answered this worker's heartbeats; another worker may be running the step");
        }
    }

    @Override
    public void pause(Duration ofTarget) throws InterruptedException {
        Duration wall = target.pace().wall(ofTarget);
        Duration left = left();
        TimeUnit.NANOSECONDS.sleep((wall.compareTo(left) < 0 ? wall : left).toNanos());
    }

    @Override
    public Duration left() {
        Duration left = Duration.between(clock().instant(), deadline);
        return left.isNegative() ? Duration.ZERO : left;
    }

    @Override
    public Clock clock() {
        return services.clock();
    }

    @Override
    public JsonNode resolve(JsonNode template) {
        try {
            return secrets.resolve(Expressions.resolve(template, task.scope()));
        } catch (ExpressionException e) {
            throw StepFailure.permanent(
                    "cannot evaluate an expression", String.valueOf(e.getMessage()), "correct the expression");
        }
    }

    @Override
    public String file(String path) {
        String hash = task.files().get(path);
        if (hash == null) {
            throw StepFailure.permanent(
                    "the step has no file '" + path + "'", "it is not in the plan", "correct the path");
        }
        return services.blobs()
                .text(hash)
                .orElseThrow(() -> StepFailure.of(
                        "the content of '" + path + "' is gone",
                        "blob " + hash + " is not in the worker's blob store",
                        "let all workers use the same blob store, and start the rollout again"));
    }

    @Override
    public BlobStore blobs() {
        return services.blobs();
    }

    @Override
    public Masker masker() {
        return services.masker();
    }
}
