package io.slipway.activities.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.TestCluster;
import io.slipway.activities.step.FakeStepContext;
import io.slipway.activities.step.FakeTask;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.action.Preflight;
import io.slipway.model.json.Json;
import io.slipway.model.spec.Quantity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** All unmet needs at once; and the arithmetic of free room. */
class PreflightHandlerTest {
    @Test
    void listsEveryUnmetNeedAtOnce() {
        try (TestCluster cluster = TestCluster.bare()) {
            FakeStepContext context = cluster.step(new FakeTask());
            Preflight needs = new Preflight(
                    Optional.empty(),
                    Optional.of(">=99.1"),
                    List.of("apps/v1", "nobody.example.com/v1"),
                    Optional.empty(),
                    List.of(new Preflight.Permission(List.of("get"), "pods", Optional.empty())),
                    List.of(new Preflight.SecretNeed("none", List.of("user"), Optional.empty())),
                    Optional.empty(),
                    Optional.empty(),
                    List.of("none:80"),
                    List.of(
                            new Preflight.PodNeed("MinIO", "app=minio", false),
                            new Preflight.PodNeed("Kafka", "app=kafka", true)),
                    List.of(),
                    List.of(new Preflight.FlinkMemoryNeed(
                            "larger TaskManager",
                            Preflight.FlinkRole.TASK_MANAGER,
                            new Quantity("7Gi"),
                            Map.of("taskmanager.memory.process.size", "8192m"))));
            assertThatThrownBy(() -> new PreflightHandler(cluster.clusters()).run(needs, context))
                    .isInstanceOf(StepFailure.class)
                    .hasMessage("6 of 9 needs failed: version; api nobody.example.com/v1; secret none;"
                            + " service none:80; pods MinIO; memory of larger TaskManager");
            assertThat(context.recorder().checks()).hasSize(9);
            assertThat(context.recorder().warnings()).singleElement().asString().contains("Kafka is not running");
            assertThat(context.writes()).isZero();
        }
    }

    @Test
    void freeRoomIsWhatIsAllocatableLessWhatIsAskedFor() {
        JsonNode open = node("{\"metadata\":{\"name\":\"a\"},\"spec\":{}}");
        JsonNode tainted = node("{\"metadata\":{\"name\":\"b\"},\"spec\":{\"taints\":[{\"effect\":\"NoSchedule\"}]}}");
        JsonNode pod = Json.read(
                "{\"spec\":{\"nodeName\":\"a\",\"containers\":[{\"resources\":{\"requests\":{\"cpu\":\"500m\","
                        + "\"memory\":\"1Gi\"}}}],\"initContainers\":[{\"resources\":{\"requests\":{\"cpu\":\"1\"}}}]}}",
                JsonNode.class);
        FreeRoom room = FreeRoom.of(List.of(open, tainted), List.of(pod));
        assertThat(room.nodes()).isEqualTo(1);
        assertThat(room.cpu()).isEqualByComparingTo("3");
        assertThat(room.memory()).isEqualByComparingTo(String.valueOf(7L << 30));
    }

    private static JsonNode node(String start) {
        return Json.read(
                start.substring(0, start.length() - 1)
                        + ",\"status\":{\"allocatable\":{\"cpu\":\"4\",\"memory\":\"8Gi\"},"
                        + "\"conditions\":[{\"type\":\"Ready\",\"status\":\"True\"}]}}",
                JsonNode.class);
    }
}
