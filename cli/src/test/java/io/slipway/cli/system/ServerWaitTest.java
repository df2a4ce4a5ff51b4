package io.slipway.cli.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slipway.cli.CommandLineTest;
import io.slipway.cli.error.CliException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServerWaitTest extends CommandLineTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private static ServerWait wait(int troubles, ServerWait.Stop stop) {
        Deque<String> left = new ArrayDeque<>(List.of("one", "two", "three").subList(0, troubles));
        return new ServerWait(
                () -> Optional.ofNullable(left.poll()).map(why -> CliException.failed(why, "")), stop, Duration.ZERO);
    }

    @Test
    void aServerThatComesLaterIsWaitedFor() throws InterruptedException {
        assertThat(wait(0, time -> false).await(Duration.ZERO)).isTrue();
        assertThat(wait(3, time -> false).await(HOUR)).isTrue();
    }

    @Test
    void whoDoesNotWaitIsToldAtOnce() {
        assertThatThrownBy(() -> wait(3, time -> false).await(Duration.ZERO)).hasMessage("one");
    }

    @Test
    void whoeverWaitsCanBeStopped() throws InterruptedException {
        assertThat(wait(3, time -> true).await(HOUR)).isFalse();
    }

    @Test
    void aTimeThatIsNoneIsRefused() {
        assertThat(run("worker", "--sandbox", "--temporal-address", "127.0.0.1:1", "--wait-for-server", "long"))
                .isEqualTo(2);
        assertThat(err()).contains("--wait-for-server must be a time such as 30s or 10m, not 'long'");
    }
}
