package io.slipway.activities.cluster.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RetriesTest {
    private final ApiException away = ApiException.unreachable("x", new IOException("away"));

    @Test
    void nothingIsSentAgainBeyondTheTimeOfTheStep() {
        AtomicInteger sent = new AtomicInteger();
        assertThatThrownBy(() -> Retries.of(() -> Duration.ZERO, () -> {
                    sent.incrementAndGet();
                    throw away;
                }))
                .isSameAs(away);
        assertThat(sent).hasValue(1);
    }

    @Test
    void troubleThatPassesIsTriedAgainWithinIt() throws InterruptedException {
        AtomicInteger sent = new AtomicInteger();
        Answer answer = new Answer(200, MissingNode.getInstance(), List.of());
        assertThat(Retries.of(() -> Duration.ofMinutes(1), () -> {
                    if (sent.incrementAndGet() < 3) {
                        throw away;
                    }
                    return answer;
                }))
                .isSameAs(answer);
    }
}
