package io.slipway.activities.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.TestCluster;
import io.slipway.activities.cluster.api.ListQuery;
import io.slipway.activities.cluster.ready.Diagnostician;
import io.slipway.activities.cluster.ready.ReadyWaiter;
import io.slipway.activities.deploy.DeployHandler;
import io.slipway.activities.step.Done;
import io.slipway.activities.step.FakeStepContext;
import io.slipway.activities.step.FakeTask;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.action.Deploy;
import io.slipway.model.action.RunJob;
import io.slipway.model.action.TestJob;
import io.slipway.model.json.Json;
import io.slipway.model.spec.Binder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What jobs of the Flink Kubernetes Operator promise, against the sandbox's. */
class FlinkOperatorTest {
    private static final Path MANIFESTS = Path.of("../examples/flink-operator/manifests");
    private static final String FILE = "job.yaml";

    private static TestCluster cluster;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        cluster = TestCluster.working();
        deploy("operator.yaml");
        deploy("session.yaml");
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    private static void deploy(String file) throws IOException, InterruptedException {
        JsonNode block = Json.tree(Map.of("manifests", List.of(file), "wait", true));
        new DeployHandler(cluster.clusters(), new ReadyWaiter(cluster.clusters(), Diagnostician.none()))
                .run(
                        Binder.read(Deploy.class, block),
                        cluster.step(new FakeTask().step(file)).withFile(file, manifest(file)));
    }

    @Test
    void aSessionJobRunsToItsEndAndLeavesNothing() throws Exception {
        FakeStepContext context = step("count", manifest("word-count.yaml"));
        Done done = test(Map.of("flinkSessionJob", Map.of("manifest", FILE)), context);
        assertThat(done.outputs().get("state").asText()).isEqualTo("FINISHED");
        assertThat(done.outputs().get("jobId").asText()).matches("[0-9a-f]{32}");
        assertThat(names("flinksessionjobs")).doesNotContain(context.task().objectName());
    }

    @Test
    void anApplicationIsEnoughAfterItsCheckpoints() throws Exception {
        FakeStepContext context = step("speed", manifest("top-speed.yaml"));
        Done done = test(
                Map.of("flinkDeployment", Map.of("manifest", FILE, "until", List.of("RUNNING"), "checkpoints", 2)),
                context);
        assertThat(done.outputs().get("state").asText()).isEqualTo("RUNNING");
        assertThat(done.outputs().get("checkpoints").asLong()).isGreaterThanOrEqualTo(2);
        assertThat(names("flinkdeployments")).containsExactly("session");
    }

    @Test
    void aClusterWithoutAJobIsFollowedUntilItAnswers() throws Exception {
        Done done = test(Map.of("flinkDeployment", Map.of("manifest", FILE)), step("idle", manifest("session.yaml")));
        assertThat(done.outputs().get("state").asText()).isEqualTo("READY");
    }

    @Test
    void aSuccessorFindsItUnderItsKey() throws Exception {
        RunJob run = Binder.read(RunJob.class, Json.tree(Map.of("flinkSessionJob", Map.of("manifest", FILE))));
        RunJobHandler handler = new RunJobHandler(cluster.clusters(), Diagnostician.none());
        Done first = handler.run(run, step("again", manifest("word-count.yaml")));
        FakeStepContext successor = step("again", manifest("word-count.yaml"));
        Done second = handler.run(run, successor);
        assertThat(second.outputs().get("jobId")).isEqualTo(first.outputs().get("jobId"));
        assertThat(successor.writes()).isZero();
        assertThat(names("flinksessionjobs")).contains(successor.task().objectName());
    }

    @Test
    void whatTheOperatorRefusesIsTheFailure() throws Exception {
        String wrong = manifest("session.yaml").replace("flinkVersion: v2_0", "description: none");
        assertThat(failure(Map.of("flinkDeployment", Map.of("manifest", FILE)), wrong)
                        .failure()
                        .cause())
                .contains("the Flink operator reports: Flink Version must be defined.");
    }

    @Test
    void aJobThatNeverStartsIsNamedBeforeTheTimeIsOver() throws Exception {
        String wrong = manifest("top-speed.yaml")
                .replace(
                        "image: flink:2.0.0",
                        "image: image-registry.openshift-image-registry.svc:5000/nowhere/flink:2.0.0");
        assertThat(failure(Map.of("flinkDeployment", Map.of("manifest", FILE)), wrong)
                        .failure()
                        .cause())
                .contains("nowhere/flink:2.0.0");
    }

    private static StepFailure failure(Map<String, Object> form, String manifest) {
        FakeStepContext context = step("wrong", manifest);
        return catchThrowableOfType(StepFailure.class, () -> test(form, context));
    }

    private static Done test(Map<String, Object> form, FakeStepContext context) throws InterruptedException {
        return new TestJobHandler(cluster.clusters(), Diagnostician.none())
                .run(Binder.read(TestJob.class, Json.tree(form)), context);
    }

    private static List<String> names(String kind) throws InterruptedException {
        return cluster
                .cluster()
                .api()
                .list(cluster.cluster().kinds().called(kind), cluster.namespace(), ListQuery.ALL)
                .stream()
                .map(each -> each.at("/metadata/name").asText())
                .toList();
    }

    private static String manifest(String file) throws IOException {
        return Files.readString(MANIFESTS.resolve(file));
    }

    private static FakeStepContext step(String name, String manifest) {
        return cluster.step(new FakeTask().step(name).timeout(Duration.ofMinutes(1)))
                .withFile(FILE, manifest);
    }
}
