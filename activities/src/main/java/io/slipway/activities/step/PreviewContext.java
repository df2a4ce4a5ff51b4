package io.slipway.activities.step;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.secrets.Masker;
import io.slipway.activities.store.BlobStore;
import io.slipway.model.journal.Change;
import io.slipway.model.journal.CheckResult;
import io.slipway.model.journal.Finding;
import io.slipway.model.plan.FileContent;
import io.slipway.workflows.contract.StepTask;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The context of a step that is only looked at: it reads the cluster and files, and refuses to write. */
public final class PreviewContext implements StepContext {
    private final StepTask task;
    private final Target target;
    private final Function<String, Optional<String>> files;
    private final UnaryOperator<JsonNode> expressions;
    private final Masker masker;
    private final SecretResolver secrets;

    /**
     * A context for a task.
     *
     * @param files content of the pipeline's files by path
     * @param expressions fills in templates, as far as their values are known
     * @param environment the environment that secrets may come from
     */
    public PreviewContext(
            StepTask task,
            Target target,
            Function<String, Optional<String>> files,
            UnaryOperator<JsonNode> expressions,
            Masker masker,
            Function<String, String> environment) {
        this.task = task;
        this.target = target;
        this.files = files;
        this.expressions = expressions;
        this.masker = masker;
        this.secrets = new SecretResolver(task.secrets(), target, namespace(), masker, warning -> {}, environment);
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
        return Nowhere.INSTANCE;
    }

    @Override
    public void progress(String what) {}

    @Override
    public Map<String, String> remembered() {
        return Map.of();
    }

    @Override
    public void remember(String name, String value) {}

    @Override
    public void beforeWrite() {
        throw new IllegalStateException("a preview of step '" + task.step() + "' was about to write");
    }

    @Override
    public void pause(Duration ofTarget) throws InterruptedException {
        Thread.sleep(target.pace().wall(ofTarget));
    }

    @Override
    public Duration left() {
        return task.timeout();
    }

    @Override
    public Clock clock() {
        return Clock.systemUTC();
    }

    @Override
    public JsonNode resolve(JsonNode template) {
        return secrets.resolve(expressions.apply(template));
    }

    @Override
    public String file(String path) {
        return files.apply(path)
                .orElseThrow(() -> StepFailure.permanent(
                        "the step has no file '" + path + "'", "it is not in the plan", "correct the path"));
    }

    @Override
    public byte[] bytes(String path) {
        return FileContent.bytes(file(path));
    }

    @Override
    public BlobStore blobs() {
        throw new IllegalStateException("a preview keeps nothing");
    }

    @Override
    public Masker masker() {
        return masker;
    }

    /** Evidence of a look is not kept. */
    private enum Nowhere implements Recorder {
        INSTANCE;

        @Override
        public void change(Change change) {}

        @Override
        public void check(CheckResult check) {}

        @Override
        public void finding(Finding finding) {}

        @Override
        public void note(String line) {}

        @Override
        public void warning(String line) {}

        @Override
        public LogSink log(String name) {
            throw new IllegalStateException("a preview keeps no log");
        }
    }
}
