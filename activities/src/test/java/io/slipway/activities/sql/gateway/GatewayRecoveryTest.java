package io.slipway.activities.sql.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slipway.activities.cluster.TestCluster;
import io.slipway.activities.sql.SqlSteps;
import io.slipway.activities.step.Done;
import io.slipway.activities.step.FakeStepContext;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of statements when their worker stops while a job of theirs runs. */
class GatewayRecoveryTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String TABLE = "CREATE TABLE t (id BIGINT)";
    private static final String INSERT = "INSERT INTO t VALUES (7)";
    private static final String QUERY = "-- what is there\nSELECT id FROM t";

    private static TestCluster cluster;
    private static SqlSteps sql;
    private FakeGateway gateway;

    @BeforeAll
    static void startCluster() {
        cluster = TestCluster.bare();
        sql = new SqlSteps(cluster);
    }

    @AfterAll
    static void stopCluster() {
        cluster.close();
    }

    @BeforeEach
    void start() throws IOException {
        gateway = FakeGateway.start();
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void aSuccessorFollowsTheJobInTheSessionThatWasLeft() throws InterruptedException {
        FakeStepContext stopped = stopped(TABLE, INSERT, QUERY);
        assertThat(gateway.sessions()).containsExactly(stopped.remembered().get("session"));

        Done done = successor(stopped, TABLE, INSERT, QUERY);
        assertThat(gateway.statements()).containsExactly(TABLE, INSERT, QUERY);
        assertThat(done.outputs().get("rows")).hasToString("[[\"7\"]]");
        assertThat(done.outputs().get("jobs")).hasToString("[\"job1\"]");
        assertThat(gateway.sessions()).isEmpty();
    }

    @Test
    void aGatewayThatWasRestartedGetsNoInsertTwice() throws InterruptedException {
        FakeStepContext stopped = stopped(TABLE, INSERT, QUERY);
        gateway.restart();
        successor(stopped, TABLE, INSERT, QUERY);
        assertThat(gateway.statements()).containsExactly(TABLE, INSERT, TABLE, QUERY);
    }

    @Test
    void rowsOfAQueryBehindACommentAreAskedForAgain() throws InterruptedException {
        FakeStepContext stopped = stopped(QUERY, INSERT);
        Done done = successor(stopped, QUERY, INSERT, QUERY);
        assertThat(gateway.statements()).containsExactly(QUERY, INSERT, QUERY, QUERY);
        assertThat(done.outputs().get("rows")).hasToString("[[\"7\"]]");
    }

    /** A gateway keeps each until it is closed, and a job may be asked for during hours. */
    @Test
    void askingForAJobLeavesNoOperationOpen() throws InterruptedException {
        stopped(TABLE, INSERT);
        assertThat(gateway.open()).isLessThanOrEqualTo(1);
    }

    /** The context of a worker that was stopped while it followed the job. */
    private FakeStepContext stopped(String... statements) throws InterruptedException {
        FakeStepContext context = sql.step("script");
        AtomicReference<Throwable> end = new AtomicReference<>();
        Thread worker = Thread.ofPlatform().start(() -> {
            try {
                sql.run(block(statements), context);
            } catch (InterruptedException | RuntimeException e) {
                end.set(e);
            }
        });
        await().atMost(SOON).until(() -> gateway.looks() > 3);
        worker.interrupt();
        worker.join(SOON);
        assertThat(end.get()).isInstanceOf(InterruptedException.class);
        return context;
    }

    private Done successor(FakeStepContext lost, String... statements) throws InterruptedException {
        FakeStepContext context = sql.step("script");
        lost.remembered().forEach(context::remember);
        gateway.finish();
        return sql.run(block(statements), context);
    }

    private Map<String, Object> block(String... statements) {
        return Map.of("gateway", gateway.address(), "statements", List.of(statements));
    }
}
