package io.slipway.activities.job;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.secrets.Masker;
import io.slipway.activities.step.Recorder;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.step.Target;
import io.slipway.activities.store.BlobStore;
import io.slipway.workflows.contract.StepTask;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** The context of an undo, in which the names and keys are those of an earlier try. */
final class PastTry implements StepContext {
    private final StepContext undo;
    private final StepTask task;

    PastTry(StepContext undo, int attempt) {
        this.undo = undo;
        this.task = undo.task().ofTry(attempt);
    }

    @Override
    public StepTask task() {
        return task;
    }

    @Override
    public Target target() {
        return undo.target();
    }

    @Override
    public Recorder recorder() {
        return undo.recorder();
    }

    @Override
    public void progress(String what) {
        undo.progress(what);
    }

    @Override
    public Map<String, String> remembered() {
        return undo.remembered();
    }

    @Override
    public void remember(String name, String value) {
        undo.remember(name, value);
    }

    @Override
    public void beforeWrite() throws InterruptedException {
        undo.beforeWrite();
    }

    @Override
    public void pause(Duration ofTarget) throws InterruptedException {
        undo.pause(ofTarget);
    }

    @Override
    public Duration left() {
        return undo.left();
    }

    @Override
    public Clock clock() {
        return undo.clock();
    }

    @Override
    public JsonNode resolve(JsonNode template) {
        return undo.resolve(template);
    }

    @Override
    public String file(String path) {
        return undo.file(path);
    }

    @Override
    public BlobStore blobs() {
        return undo.blobs();
    }

    @Override
    public Masker masker() {
        return undo.masker();
    }
}
