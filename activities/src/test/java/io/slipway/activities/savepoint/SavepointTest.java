package io.slipway.activities.savepoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.TestCluster;
import io.slipway.activities.cluster.ready.Diagnostician;
import io.slipway.activities.job.FlinkSession;
import io.slipway.activities.job.RunJobHandler;
import io.slipway.activities.step.Done;
import io.slipway.activities.step.FakeStepContext;
import io.slipway.activities.step.FakeTask;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.action.RunJob;
import io.slipway.model.action.Savepoint;
import io.slipway.model.json.Json;
import io.slipway.model.spec.Binder;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What {@code savepoint} promises, against a session cluster of the sandbox. */
class SavepointTest {

    private static TestCluster cluster;
    private static SavepointHandler handler;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        cluster = FlinkSession.start();
        handler = new SavepointHandler(cluster.clusters());
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void ofARunningJobThenStoppedAndFoundAgainUnderItsKey() throws InterruptedException {
        String job = job("first");
        Done running = handler.run(read(Map.of("job", job)), step("keep"));
        assertThat(running.outputs().get("path").asText()).startsWith("file:///tmp/savepoints/savepoint-");

        FakeStepContext context = step("stop");
        Savepoint stop = read(Map.of("job", "CarTopSpeedWindowingExample", "stop", true));
        Done done = handler.run(stop, context);
        assertThat(done.outputs().get("jobs")).isEqualTo(Json.tree(List.of(job)));

        FakeStepContext successor = step("stop");
        context.remembered().forEach(successor::remember);
        assertThat(handler.run(stop, successor).outputs()).isEqualTo(done.outputs());
        assertThat(successor.writes()).as("not triggered twice").isZero();

        StepFailure failure = catchThrowableOfType(StepFailure.class, () -> handler.run(stop, step("again")));
        assertThat(failure.failure().message()).isEqualTo("no Flink job 'CarTopSpeedWindowingExample' runs");

        assertThat(handler.run(read(Map.of("all", true)), step("none"))
                        .outputs()
                        .get("paths"))
                .isEmpty();
    }

    @Test
    void intoADirectoryOfItsOwn() throws InterruptedException {
        String job = job("second");
        Done done = handler.run(
                read(Map.of("job", job, "stop", true, "directory", "file:///elsewhere")), step("directory"));
        assertThat(done.outputs().get("path").asText()).startsWith("file:///elsewhere/savepoint-");
    }

    private static String job(String step) throws InterruptedException {
        JsonNode block = Json.tree(Map.of(
                "flinkRun",
                Map.of(
                        "of", "deployment/savepoint-jobmanager",
                        "jar", "/opt/flink/examples/streaming/TopSpeedWindowing.jar",
                        "until", List.of("RUNNING"))));
        return new RunJobHandler(cluster.clusters(), Diagnostician.none())
                .run(Binder.read(RunJob.class, block), step(step))
                .outputs()
                .get("jobId")
                .asText();
    }

    private static FakeStepContext step(String name) {
        return cluster.step(new FakeTask().step(name));
    }

    private static Savepoint read(Map<String, ?> more) {
        Map<String, Object> block = new TreeMap<>(more);
        block.put("service", "savepoint-jobmanager:8081");
        return Binder.read(Savepoint.class, Json.tree(block));
    }
}
