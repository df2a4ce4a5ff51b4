package io.slipway.activities.sql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.slipway.activities.cluster.TestCluster;
import io.slipway.activities.sql.SqlSteps;
import io.slipway.activities.step.Done;
import io.slipway.activities.step.FakeStepContext;
import io.slipway.activities.step.FakeTask;
import io.slipway.activities.step.StepFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What statements over JDBC promise, with an embedded database. */
class JdbcTest {
    private static final String URL = "jdbc:h2:mem:orders";

    private static TestCluster cluster;
    private static SqlSteps sql;

    @BeforeAll
    static void start() {
        cluster = TestCluster.bare();
        sql = new SqlSteps(cluster);
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    private static Map<String, Object> statements(Object jdbc, String... all) {
        return Map.of("jdbc", jdbc, "statements", List.of(all));
    }

    @Test
    void statementsSeeEachOther() throws Exception {
        Done done = sql.run(
                statements(
                        URL,
                        "CREATE TABLE t (id INT, name VARCHAR(9)); INSERT INTO t VALUES (1, 'a;b'), (2, NULL)",
                        "SELECT * FROM t ORDER BY id"),
                sql.step("rows"));
        assertThat(done.outputs().get("rows").toString()).isEqualTo("[[\"1\",\"a;b\"],[\"2\",\"NULL\"]]");
        assertThat(done.outputs().get("statements").asInt()).isEqualTo(3);
    }

    @Test
    void theFailingStatementIsNamedWithTheReason() {
        StepFailure failure = sql.failure(statements(URL, "SELECT 1", "SELECT * FROM nowhere"));
        assertThat(failure.failure().message()).contains("SQL statement 2 of 2").contains("SELECT * FROM nowhere");
        assertThat(failure.failure().cause()).contains("NOWHERE").contains("SQL state 42S0");
    }

    @Test
    void noDriverIsSaidWithWhatToDo() {
        StepFailure failure = sql.failure(statements("jdbc:nothing://user:secret@db/x?password=secret", "SELECT 1"));
        assertThat(failure.failure().message()).isEqualTo("no JDBC driver of this worker accepts jdbc:nothing://db/x");
        assertThat(failure.failure().fix()).contains("SLIPWAY_DRIVERS");
    }

    /** It takes the connection, and then nothing more comes. */
    @Test
    @Timeout(60)
    void aDatabaseThatHangsIsNotWaitedForLongerThanTheStepHas() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String url = "jdbc:h2:tcp://127.0.0.1:" + silent.getLocalPort() + "/any";
            FakeStepContext context = cluster.step(new FakeTask().step("silent").timeout(Duration.ofSeconds(1)));
            StepFailure failure =
                    catchThrowableOfType(StepFailure.class, () -> sql.run(statements(url, "SELECT 1"), context));
            assertThat(failure.failure().message()).isEqualTo("the database " + url + " cannot be reached");
            assertThat(failure.failure().cause()).contains("does not respond");
        }
    }

    @Test
    void aWrongPasswordIsSaidAndNotShown() throws Exception {
        Map<String, Object> owner =
                Map.of("url", "jdbc:h2:mem:closed;DB_CLOSE_DELAY=-1", "user", "sa", "password", "right");
        sql.run(statements(owner, "SELECT 1"), sql.step("owner"));
        Map<String, Object> stranger = Map.of("url", "jdbc:h2:mem:closed", "user", "sa", "password", "wrong-one");
        StepFailure failure = sql.failure(statements(stranger, "SELECT 1"));
        assertThat(failure.failure().message()).isEqualTo("the database jdbc:h2:mem:closed cannot be reached");
        assertThat(failure.failure().cause()).contains("28000").doesNotContain("wrong-one");
    }
}
