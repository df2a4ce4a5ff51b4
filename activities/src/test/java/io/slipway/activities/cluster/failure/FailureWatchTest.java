package io.slipway.activities.cluster.failure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What comes and goes while it is looked at. */
class FailureWatchTest {
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final String ENDED = "{ \"terminated\": { \"exitCode\": 3, \"reason\": \"Error\" } }";
    private static final String RUNS = "{ \"running\": { \"startedAt\": \"2026-01-01T00:00:00Z\" } }";
    private static final String CANNOT_PULL = "{ \"waiting\": { \"reason\": \"ImagePullBackOff\" } }";
    private static final String WAITS = "{ \"waiting\": { \"reason\": \"CrashLoopBackOff\" } }";

    private final FailureWatch watch = new FailureWatch(Duration.ofSeconds(10));

    /** Between two starts the container has ended, and that is what all but one look have seen. */
    @Test
    void aCrashLoopIsToldAlsoBetweenItsBackOffs() {
        for (int second = 0; second <= 20; second += 5) {
            assertThat(look(ENDED, second)).isEmpty();
        }
        assertThat(look(WAITS, 25)).isEmpty();
        assertThat(look(ENDED, 30)).map(FailureCause::rule).contains("CrashLoop");
    }

    /** It runs for longer than the grace before it crashes again. */
    @Test
    void aCrashLoopIsToldAlsoWhenItsLastBackOffWasLongAgo() {
        assertThat(look(WAITS, 0)).isEmpty();
        for (int second = 5; second <= 25; second += 5) {
            assertThat(look(RUNS, second)).isEmpty();
        }
        assertThat(look(RUNS, 30)).map(FailureCause::rule).contains("CrashLoop");
    }

    @Test
    void whatHadPassedBeforeItIsNotTold() {
        assertThat(look(CANNOT_PULL, 0)).isEmpty();
        for (int second = 15; second <= 40; second += 5) {
            assertThat(look(RUNS, second)).isEmpty();
        }
        assertThat(look(RUNS, 45)).map(FailureCause::rule).contains("ContainerFailed");
    }

    @Test
    void aContainerThatOnlyEndedHasFailed() {
        for (int second = 0; second <= 25; second += 5) {
            assertThat(look(ENDED, second)).isEmpty();
        }
        assertThat(look(ENDED, 30)).map(FailureCause::rule).contains("ContainerFailed");
    }

    private Optional<FailureCause> look(String state, int second) {
        JsonNode pod = Json.read("""
            {
              "apiVersion": "v1", "kind": "Pod", "metadata": { "name": "one", "uid": "u" },
              "status": { "phase": "Running", "containerStatuses": [
                { "name": "app", "restartCount": 2, "state": %s,
                  "lastState": %s } ] }
            }
            """.formatted(state, state.equals(CANNOT_PULL) ? "{}" : ENDED), JsonNode.class);
        return watch.look(new OwnedTree(pod, List.of(), List.of()), BEGIN.plusSeconds(second));
    }
}
