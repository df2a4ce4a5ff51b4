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

/** What jobs of the Spark operator promise, against the sandbox's. */
class SparkApplicationTest {
    private static final Path MANIFESTS = Path.of("../examples/spark-application/manifests");
    private static final String NAME = "sparkapplications";

    private static TestCluster cluster;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        cluster = TestCluster.working();
        deploy("operator.yaml");
        deploy("rights.yaml");
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
                        cluster.step(new FakeTask().step(file))
                                .withFile(file, Files.readString(MANIFESTS.resolve(file))));
    }

    @Test
    void runsToItsEndAndLeavesNothing() throws Exception {
        TestJob test = Binder.read(
                TestJob.class,
                Json.tree(Map.of(
                        "sparkApplication", Map.of("manifest", "pi.yaml"),
                        "capture", List.of("Pi is roughly (?<pi>[0-9.]+)"))));
        FakeStepContext context = step("pi", Files.readString(MANIFESTS.resolve("pi.yaml")));
        Done done = new TestJobHandler(cluster.clusters(), Diagnostician.none()).run(test, context);
        assertThat(done.outputs().get("state").asText()).isEqualTo("COMPLETED");
        assertThat(done.outputs().get("pi").asText()).startsWith("3.1");
        assertThat(done.outputs().get("jobId").asText())
                .isEqualTo(context.task().objectName());
        assertThat(applications()).doesNotContain(context.task().objectName());
    }

    @Test
    void aSuccessorFindsItUnderItsKey() throws Exception {
        String text = Files.readString(MANIFESTS.resolve("pi.yaml"));
        RunJob run = Binder.read(RunJob.class, Json.tree(Map.of("sparkApplication", Map.of("manifest", "pi.yaml"))));
        RunJobHandler handler = new RunJobHandler(cluster.clusters(), Diagnostician.none());
        handler.run(run, step("again", text));
        FakeStepContext successor = step("again", text);
        assertThat(handler.run(run, successor).outputs().get("state").asText()).isEqualTo("COMPLETED");
        assertThat(successor.writes()).isZero();
        assertThat(applications()).contains(successor.task().objectName());
    }

    @Test
    void aDriverThatFailsIsTheFailure() throws Exception {
        String text = Files.readString(MANIFESTS.resolve("pi.yaml"))
                .replace("serviceAccount: spark-application-sa", "serviceAccount: nobody");
        RunJob run = Binder.read(RunJob.class, Json.tree(Map.of("sparkApplication", Map.of("manifest", "pi.yaml"))));
        FakeStepContext context = step("refused", text);
        StepFailure failure = catchThrowableOfType(
                StepFailure.class, () -> new RunJobHandler(cluster.clusters(), Diagnostician.none()).run(run, context));
        assertThat(failure.failure().message())
                .isEqualTo("the job " + context.task().objectName() + " is FAILED");
        assertThat(failure.failure().cause()).contains("nobody");
    }

    private static List<String> applications() throws InterruptedException {
        return cluster
                .cluster()
                .api()
                .list(cluster.cluster().kinds().called(NAME), cluster.namespace(), ListQuery.ALL)
                .stream()
                .map(each -> each.at("/metadata/name").asText())
                .toList();
    }

    private static FakeStepContext step(String name, String manifest) {
        return cluster.step(new FakeTask().step(name).timeout(Duration.ofMinutes(1)))
                .withFile("pi.yaml", manifest);
    }
}
