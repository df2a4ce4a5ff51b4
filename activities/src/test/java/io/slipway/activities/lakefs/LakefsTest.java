package io.slipway.activities.lakefs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.slipway.activities.cluster.TestCluster;
import io.slipway.activities.cluster.ready.Diagnostician;
import io.slipway.activities.cluster.ready.ReadyWaiter;
import io.slipway.activities.deploy.DeployHandler;
import io.slipway.activities.http.HttpHandler;
import io.slipway.activities.step.Done;
import io.slipway.activities.step.FakeBlobs;
import io.slipway.activities.step.FakeStepContext;
import io.slipway.activities.step.FakeTask;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.action.Deploy;
import io.slipway.model.action.Http;
import io.slipway.model.action.Lakefs;
import io.slipway.model.json.Json;
import io.slipway.model.spec.Binder;
import io.slipway.model.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What {@code lakefs} promises, against the sandbox's stand-in for lakeFS. */
class LakefsTest {
    private static TestCluster cluster;
    private static LakefsHandler handler;

    @BeforeAll
    static void start() throws Exception {
        cluster = TestCluster.working();
        handler = new LakefsHandler(cluster.clusters());
        Deploy deploy = Binder.read(Deploy.class, Json.tree(Map.of("inline", server(), "wait", true)));
        new DeployHandler(cluster.clusters(), new ReadyWaiter(cluster.clusters(), Diagnostician.none()))
                .run(deploy, cluster.step(new FakeTask().step("server")));
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    /** The objects that the cases of bad input use, too. */
    private static JsonNode server() throws IOException {
        Path cases = Path.of("src/test/resources/bad-input/lakefs.yaml");
        return YamlReader.read("lakefs.yaml", Files.readAllBytes(cases))
                .root()
                .orElseThrow()
                .json()
                .findValue("objects");
    }

    @Test
    void aBranchIsMadeFilledCommittedMergedAndDeletedOnceEach() throws InterruptedException {
        Done made = run("create", "run-r1", task("r1", "create"));
        assertThat(made.summary()).isEqualTo("branch run-r1 made from main");
        FakeStepContext again = cluster.step(task("r1", "create"));
        assertThat(handler.run(action("create", "run-r1", Map.of()), again).outputs())
                .isEqualTo(made.outputs());
        assertThat(again.writes()).as("what was made is not made again").isZero();

        assertThat(run("commit", "run-r1", task("r1", "early")).summary()).endsWith("has nothing to commit");
        put("run-r1", "tables/a");
        Done committed = run("commit", "run-r1", task("r1", "commit"));
        assertThat(committed.outputs()).containsEntry("changes", Json.tree(1L));
        put("run-r1", "tables/later");
        assertThat(run("commit", "run-r1", task("r1", "commit")).outputs().get("commit"))
                .as("the same try commits once")
                .isEqualTo(committed.outputs().get("commit"));

        assertThat(run("diff", "run-r1", task("r1", "diff")).outputs()).containsEntry("changes", Json.tree(1L));
        Done merged = run("merge", "run-r1", task("r1", "merge"));
        assertThat(merged.summary()).isEqualTo("branch run-r1 merged into main, 1 objects");
        assertThat(run("merge", "run-r1", task("r1", "merge")).outputs().get("commit"))
                .isEqualTo(merged.outputs().get("commit"));
        assertThat(run("merge", "run-r1", task("r1", "other")).summary()).contains("nothing that main lacks");

        assertThat(run("delete", "run-r1", task("r1", "delete")).summary()).endsWith("deleted");
        assertThat(run("delete", "run-r1", task("r1", "delete")).summary()).endsWith("was not there");
    }

    @Test
    void aConflictNamesTheObjects() throws InterruptedException {
        run("create", "left-r2", task("r2", "left"));
        run("create", "right-r2", task("r2", "right"));
        for (String branch : List.of("left-r2", "right-r2")) {
            put(branch, "tables/both");
            put(branch, "tables/" + branch);
            run("commit", branch, task("r2", "commit-" + branch));
        }
        run("merge", "left-r2", task("r2", "first"));
        StepFailure failure =
                catchThrowableOfType(StepFailure.class, () -> run("merge", "right-r2", task("r2", "second")));
        assertThat(failure.failure().cause()).isEqualTo("1 objects were changed on both: tables/both");
        assertThat(failure.failure().retryable()).isFalse();
    }

    @Test
    void aForeignBranchIsRefusedAndUndoDeletesOnlyWhatTheStepMade() throws InterruptedException {
        run("create", "shared", task("r3", "create"));
        StepFailure failure =
                catchThrowableOfType(StepFailure.class, () -> run("create", "shared", task("r4", "create")));
        assertThat(failure.failure().message()).contains("branch 'shared' already exists");

        FakeBlobs blobs = new FakeBlobs();
        FakeStepContext context = cluster.step(task("r5", "create"), blobs);
        handler.run(action("create", "undone", Map.of()), context);
        String detail = blobs.putText(Json.write(context.recorder().detail()));
        FakeTask undo = task("r5", "create").undo(List.of(detail));
        assertThat(handler.undo(action("create", "undone", Map.of()), cluster.step(undo, blobs))
                        .summary())
                .isEqualTo("branch undone deleted");
        assertThat(handler.undo(action("create", "shared", Map.of()), cluster.step(undo, blobs))
                        .summary())
                .startsWith("nothing to undo");
    }

    private static FakeTask task(String rollout, String step) {
        return new FakeTask().rollout(rollout).step(step);
    }

    private static Done run(String what, String branch, FakeTask task) throws InterruptedException {
        return handler.run(action(what, branch, Map.of()), cluster.step(task));
    }

    private static Lakefs action(String what, String branch, Map<String, Object> more) {
        Map<String, Object> block = new HashMap<>(more);
        block.put(what, branch);
        block.put("repository", "lake");
        block.put("endpoint", Map.of("service", "lakefs:8000", "accessKey", "a", "secretKey", "b"));
        return Binder.read(Lakefs.class, Json.tree(block));
    }

    /** As a job would write it. */
    private static void put(String branch, String path) throws InterruptedException {
        Map<String, Object> block = Map.of(
                "service",
                "lakefs:8000",
                "path",
                "/api/v1/repositories/lake/branches/" + branch + "/objects?path=" + path,
                "method",
                "POST",
                "headers",
                Map.of("Authorization", "Basic YTpi"),
                "body",
                TextNode.valueOf("content of " + branch));
        new HttpHandler(cluster.clusters())
                .run(Binder.read(Http.class, Json.tree(block)), cluster.step(task("fill", "put")));
    }
}
