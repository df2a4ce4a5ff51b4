package io.slipway.activities.cluster.lease;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.activities.cluster.TestCluster;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class GroupLockTest {
    private static final Trail TRAIL = new Trail("a test", "look at it");
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
        assertThat(lock.acquire("a", TRAIL, any -> false)).isEmpty();
        assertThat(lock.acquire("a", TRAIL, any -> false))
                .as("again by the same")
                .isEmpty();
        assertThat(lock.acquire("b", TRAIL, any -> false)).hasValueSatisfying(holder -> {
            assertThat(holder.identity()).isEqualTo("a");
            assertThat(holder.trail()).isEqualTo(TRAIL);
        });
        lock.release("b");
        assertThat(lock.holder()).map(Holder::identity).contains("a");
        lock.release("a");
        assertThat(lock.holder()).isEmpty();
        assertThat(lock.acquire("b", TRAIL, any -> false)).isEmpty();
    }

    @Test
    void aHolderThatIsOverLosesIt() throws InterruptedException {
        GroupLock lock = lock("healing");
        assertThat(lock.acquire("dead", TRAIL, any -> false)).isEmpty();
        assertThat(lock.acquire("next", TRAIL, "dead"::equals)).isEmpty();
        assertThat(lock.holder()).map(Holder::identity).contains("next");
    }

    @Test
    void aFreedGroupCanBeTakenAndOnlyTheHolderThatWasSeenLosesIt() throws InterruptedException {
        GroupLock lock = lock("foreign");
        assertThat(lock.acquire("old", TRAIL, any -> false)).isEmpty();
        Holder old = lock.holder().orElseThrow();
        assertThat(lock.free(old, "ada")).isTrue();
        assertThat(lock.holder()).isEmpty();
        assertThat(lock.free(old, "ada")).as("nobody holds it").isFalse();
        assertThat(lock.acquire("new", TRAIL, any -> false)).isEmpty();
        assertThat(lock.free(old, "ada")).as("another holds it").isFalse();
        assertThat(lock.holder()).map(Holder::identity).contains("new");
    }

    /** It is the same Lease: only its version tells. */
    @Test
    void whoHasTakenAFreedGroupMeanwhileKeepsIt() throws InterruptedException {
        GroupLock others = lock("race");
        assertThat(others.acquire("old", TRAIL, any -> false)).isEmpty();
        GroupLock late = new GroupLock(
                cluster.cluster(),
                () -> {
                    others.free(others.holder().orElseThrow(), "ada");
                    others.acquire("new", TRAIL, any -> false);
                },
                cluster.namespace(),
                "race",
                Clock.systemUTC());
        late.release("old");
        assertThat(others.holder()).map(Holder::identity).contains("new");
    }

    @Test
    void namesSurviveSlashesInIds() {
        HolderName name = new HolderName("temporal/4f/default", "a/b%2Fc", "run");
        assertThat(HolderName.of(name.identity())).contains(name);
        assertThat(HolderName.of("somebody-else")).isEmpty();
    }

    private static GroupLock lock(String group) {
        return new GroupLock(cluster.cluster(), () -> {}, cluster.namespace(), group, Clock.systemUTC());
    }
}
