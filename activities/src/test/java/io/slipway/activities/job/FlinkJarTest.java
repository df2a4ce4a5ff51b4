package io.slipway.activities.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.slipway.activities.cluster.TestCluster;
import io.slipway.activities.cluster.ready.Diagnostician;
import io.slipway.activities.flink.FlinkRest;
import io.slipway.activities.reach.Reach;
import io.slipway.activities.step.Done;
import io.slipway.activities.step.FakeBlobs;
import io.slipway.activities.step.FakeStepContext;
import io.slipway.activities.step.FakeTask;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.action.TestJob;
import io.slipway.model.journal.Change;
import io.slipway.model.json.Json;
import io.slipway.model.spec.Binder;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What jars run over REST promise, against a session cluster of the sandbox. */
class FlinkJarTest {
    private static final String SERVICE = "savepoint-jobmanager:8081";

    private static TestCluster cluster;
    private static TestJobHandler handler;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        cluster = FlinkSession.start();
        handler = new TestJobHandler(cluster.clusters(), Diagnostician.none());
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void isUploadedRunUnderTheKeyAndTakenAway() throws InterruptedException {
        FakeStepContext context = step("count", "PK\u0003\u0004 a jar");
        Done done = handler.run(read("org.apache.flink.streaming.examples.wordcount.WordCount"), context);
        assertThat(done.outputs().get("state").asText()).isEqualTo("FINISHED");
        assertThat(done.outputs().get("jobId").asText())
                .isEqualTo(context.task().flinkJobId());
        try (Reach reach = Reach.of(cluster.clusters(), context)) {
            FlinkRest rest = FlinkRest.of(reach, SERVICE);
            assertThat(rest.jar(context.task().objectName() + ".jar")).isEmpty();
        }
        FakeStepContext successor = step("count", "PK\u0003\u0004 a jar");
        assertThat(handler.run(read("org.apache.flink.streaming.examples.wordcount.WordCount"), successor)
                        .outputs()
                        .get("state")
                        .asText())
                .isEqualTo("FINISHED");
        assertThat(successor.writes()).isZero();
        assertThat(successor.recorder().changes())
                .as("an undo finds the job by it")
                .extracting(Change::name)
                .containsExactly(successor.task().flinkJobId());
    }

    @Test
    void whatIsNoJarIsRefusedByFlinkInItsWords() {
        StepFailure failure =
                catchThrowableOfType(StepFailure.class, () -> handler.run(read("a.B"), step("text", "only a text")));
        assertThat(failure.failure().cause()).isEqualTo("Only Jar files are allowed.");
    }

    private static TestJob read(String mainClass) {
        return Binder.read(
                TestJob.class,
                Json.tree(Map.of("flinkJar", Map.of("service", SERVICE, "jar", "job.jar", "class", mainClass))));
    }

    private static FakeStepContext step(String name, String jar) {
        FakeBlobs blobs = new FakeBlobs();
        String hash = blobs.put(jar.getBytes(UTF_8));
        return cluster.step(new FakeTask().step(name).file("job.jar", hash).timeout(Duration.ofMinutes(1)), blobs);
    }
}
