package io.slipway.activities.cluster.lease;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.activities.cluster.TestCluster;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class GroupLockTest {
    private static TestCluster cluster;

    @BeforeAll
    static void start() {
        cluster = TestCluster.bare();
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void oneHolderAtATime() throws InterruptedException {
        GroupLock lock = lock("Data / Platform");
        assertThat(lock.acquire("a", any -> false)).isEmpty();
        assertThat(lock.acquire("a", any -> false)).as("again by the same").isEmpty();
        assertThat(lock.acquire("b", any -> false)).map(Holder::identity).contains("a");
        lock.release("b");
        assertThat(lock.holder()).map(Holder::identity).contains("a");
        lock.release("a");
        assertThat(lock.holder()).isEmpty();
        assertThat(lock.acquire("b", any -> false)).isEmpty();
    }

    @Test
    void aClosedHolderLosesIt() throws InterruptedException {
        GroupLock lock = lock("healing");
        assertThat(lock.acquire("dead", any -> false)).isEmpty();
        assertThat(lock.acquire("next", "dead"::equals)).isEmpty();
        assertThat(lock.holder()).map(Holder::identity).contains("next");
    }

    private static GroupLock lock(String group) {
        return new GroupLock(cluster.cluster(), () -> {}, cluster.namespace(), group, Clock.systemUTC());
    }
}
