package io.slipway.activities.step;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.secrets.Masker;
import io.slipway.model.spec.Late;
import io.slipway.workflows.contract.StepTask;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;

/** A step's context for tests of verbs: everything in memory, late expressions as a Java predicate. */
public final class FakeStepContext implements StepContext {
    private final Target target;
    private final StepTask task;
    private final FakeRecorder recorder = new FakeRecorder();
    private final FakeBlobs blobs;
    private final FakeMasker masker = new FakeMasker();
    private final Instant end;
    private final List<String> progress = new CopyOnWriteArrayList<>();
    private final Map<String, String> memory = new ConcurrentHashMap<>();
    private final Map<String, String> texts = new ConcurrentHashMap<>();
    private final AtomicInteger writes = new AtomicInteger();
    private BiPredicate<Late, Map<String, Object>> holds = (late, seen) -> {
        throw new AssertionError("no late expression was expected, but " + late.source());
    };
    private UnaryOperator<JsonNode> resolve = UnaryOperator.identity();

    /** A context for a task at a target. */
    public FakeStepContext(Target target, StepTask task) {
        this(target, task, new FakeBlobs());
    }

    /** The same with the blobs of an earlier step. */
    public FakeStepContext(Target target, StepTask task, FakeBlobs blobs) {
        this.target = target;
        this.task = task;
        this.blobs = blobs;
        this.end = Instant.now().plus(task.timeout());
    }

    /** How late expressions are evaluated. */
    public FakeStepContext late(BiPredicate<Late, Map<String, Object>> evaluation) {
        holds = evaluation;
        return this;
    }

    /** How expressions in manifests are resolved. */
    public FakeStepContext resolving(UnaryOperator<JsonNode> resolution) {
        resolve = resolution;
        return this;
    }

    /** A file the step names. */
    public FakeStepContext withFile(String path, String content) {
        texts.put(path, content);
        return this;
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
    public FakeRecorder recorder() {
        return recorder;
    }

    @Override
    public void progress(String what) {
        progress.add(what);
    }

    /** All progress, in order. */
    public List<String> progressed() {
        return progress;
    }

    @Override
    public Map<String, String> remembered() {
        return Map.copyOf(memory);
    }

    @Override
    public void remember(String name, String value) {
        memory.put(name, value);
    }

    @Override
    public void beforeWrite() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("cancelled");
        }
        writes.incrementAndGet();
    }

    /** How many writes were announced. */
    public int writes() {
        return writes.get();
    }

    @Override
    public void pause(Duration ofTarget) throws InterruptedException {
        Duration wall = target.pace().wall(ofTarget);
        Thread.sleep(wall.compareTo(left()) < 0 ? wall : left());
    }

    @Override
    public Duration left() {
        Duration left = Duration.between(Instant.now(), end);
        return left.isNegative() ? Duration.ZERO : left;
    }

    @Override
    public Clock clock() {
        return Clock.systemUTC();
    }

    @Override
    public boolean holds(Late late, Map<String, Object> seen) {
        return holds.test(late, seen);
    }

    @Override
    public JsonNode resolve(JsonNode template) {
        return resolve.apply(template);
    }

    @Override
    public String file(String path) {
        String text = texts.get(path);
        if (text == null) {
            throw StepFailure.permanent("no file " + path, "the test gave none", "give it with withFile");
        }
        return text;
    }

    @Override
    public FakeBlobs blobs() {
        return blobs;
    }

    @Override
    public Masker masker() {
        return masker;
    }
}
