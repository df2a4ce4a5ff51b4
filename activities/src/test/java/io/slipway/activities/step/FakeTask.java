package io.slipway.activities.step;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.slipway.workflows.contract.StepTask;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes tasks for tests; what is not said is what a first try of step {@code step} of pipeline {@code demo} has. */
public final class FakeTask {
    private String rollout = "demo-1";
    private String pipeline = "demo";
    private String step = "step";
    private String namespace = "";
    private int attempt = 1;
    private Duration timeout = Duration.ofSeconds(30);
    private boolean undo;
    private List<String> previousDetail = List.of();
    private List<Integer> lostTries = List.of();
    private final Map<String, JsonNode> scope = new HashMap<>();
    private final Map<String, String> files = new HashMap<>();

    /** Another rollout. */
    public FakeTask rollout(String id) {
        rollout = id;
        return this;
    }

    /** Another pipeline. */
    public FakeTask pipeline(String name) {
        pipeline = name;
        return this;
    }

    /** Another step. */
    public FakeTask step(String name) {
        step = name;
        return this;
    }

    /** The namespace of objects that name none. */
    public FakeTask namespace(String name) {
        namespace = name;
        return this;
    }

    /** Number of the try. */
    public FakeTask attempt(int number) {
        attempt = number;
        return this;
    }

    /** Time for the try. */
    public FakeTask timeout(Duration limit) {
        timeout = limit;
        return this;
    }

    /** Something expressions may see. */
    public FakeTask scope(String name, JsonNode value) {
        scope.put(name, value);
        return this;
    }

    /** A file with the hash of its content. */
    public FakeTask file(String path, String hash) {
        files.put(path, hash);
        return this;
    }

    /** A step that is undone, with the details of its tries. */
    public FakeTask undo(List<String> details) {
        undo = true;
        previousDetail = details;
        return this;
    }

    /** A step that is undone, of whose first try nobody wrote down what it did. */
    public FakeTask undoOfALostTry() {
        undo = true;
        lostTries = List.of(1);
        return this;
    }

    /** The task. */
    public StepTask make() {
        return new StepTask(
                rollout,
                pipeline,
                step,
                "stage",
                "verb",
                attempt,
                "test",
                namespace,
                "plan",
                "merkle",
                NullNode.getInstance(),
                scope,
                files,
                Map.of(),
                timeout,
                Instant.now(),
                undo,
                previousDetail,
                lostTries);
    }
}
