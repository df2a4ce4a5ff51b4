package io.slipway.activities.step;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.slipway.activities.secrets.Masker;
import io.slipway.activities.store.BlobStore;
import io.slipway.model.expr.ExpressionException;
import io.slipway.model.expr.Expressions;
import io.slipway.model.plan.FileContent;
import io.slipway.model.spec.Late;
import io.slipway.workflows.contract.StepTask;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a verb may use while it carries out a step. One for each try; not for use after the step has ended. */
public interface StepContext {
    /** The try that is carried out. */
    StepTask task();

    /** The target cluster. */
    Target target();

    /** The namespace of objects that name none. */
    default String namespace() {
        return task().namespace().isEmpty() ? target().namespace() : task().namespace();
    }

    /** The client of the target cluster. Call {@link #beforeWrite()} before each write. */
    default KubernetesClient client() {
        return target().client();
    }

    /** Where the evidence goes. */
    Recorder recorder();

    /** Says what is going on or waited for, for people; cheap, call it as often as it changes. */
    void progress(String what);

    /** What {@link #remember} kept before the worker was lost; empty on the first start of this try. */
    Map<String, String> remembered();

    /**
     * Keeps a small fact with the heartbeat, to go on from when the worker is lost. It is sent at once, so that it is
     * there also when that happens right after; while Temporal is away it goes with the next heartbeat.
     */
    void remember(String name, String value);

    /**
     * Must be called before each write to the outside. It fails when this worker may have been given up for lost, since
     * then its successor may be at work.
     *
     * @throws InterruptedException when the step was cancelled
     */
    void beforeWrite() throws InterruptedException;

    /**
     * Waits so much time of the target, or less when the step's time is over.
     *
     * @throws InterruptedException when the step was cancelled
     */
    void pause(Duration ofTarget) throws InterruptedException;

    /** How much wall-clock time is left for this try; never negative. */
    Duration left();

    /** The clock for time stamps in records. */
    Clock clock();

    /**
     * Evaluates a late expression over what was seen, beside params, steps, target, each and rollout.
     *
     * @param late the expression
     * @param seen what the field's {@code Sees} promises, as JSON-like values
     * @throws StepFailure when it cannot be evaluated; the message has the expression and the reason
     */
    default boolean holds(Late late, Map<String, Object> seen) {
        Map<String, Object> scope = new TreeMap<>(task().scope());
        scope.putAll(seen);
        try {
            return Expressions.evaluateBool(late.source(), scope);
        } catch (ExpressionException e) {
            throw StepFailure.permanent(
                    "cannot evaluate: " + late.source(), String.valueOf(e.getMessage()), "correct the expression");
        }
    }

    /**
     * Resolves expressions in a manifest's tree; secrets become their values.
     *
     * @throws StepFailure when one cannot be evaluated
     */
    JsonNode resolve(JsonNode template);

    /**
     * Content of a file of the pipeline that the step names.
     *
     * @throws StepFailure when the step has no such file
     */
    String file(String path);

    /**
     * The bytes of a file of the pipeline that the step names, when it is no text.
     *
     * @throws StepFailure when the step has no such file
     */
    default byte[] bytes(String path) {
        return Optional.ofNullable(task().files().get(path))
                .flatMap(blobs()::text)
                .map(FileContent::bytes)
                .orElseThrow(() -> StepFailure.of(
                        "the content of '" + path + "' is not there",
                        "it is not in the plan, or the worker's blob store has lost it",
                        "correct the path; let all workers use the same blob store"));
    }

    /** Where large results are kept. */
    BlobStore blobs();

    /** Hides the values of secrets. Everything that leaves the worker goes through it. */
    Masker masker();
}
