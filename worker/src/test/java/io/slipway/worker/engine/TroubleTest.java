package io.slipway.worker.engine;

import static io.slipway.worker.engine.TestPlan.exec;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TroubleTest {
    @TempDir
    Path state;

    @Test
    void aStoreThatCannotBeWrittenIsToldAndNoReasonToGiveUp() throws IOException {
        Path blobs = state.resolve("blobs");
        try (EngineFixture fixture = new EngineFixture(state)) {
            Files.deleteIfExists(blobs);
            Files.createFile(blobs);
            RolloutHandle rollout = fixture.run(
                    TestPlan.named("full").chain("s", List.of(), exec("a", "ok").build()));

            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(rollout.trouble().orElse(""))
                            .contains("fails and is tried again: ", blobs.toString()));

            Files.delete(blobs);
            assertThat(EngineFixture.end(rollout).succeeded()).isTrue();
            assertThat(rollout.trouble()).isEmpty();
        }
    }
}
