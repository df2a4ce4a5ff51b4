package io.slipway.activities.sql.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.activities.cluster.TestCluster;
import io.slipway.activities.cluster.ready.Diagnostician;
import io.slipway.activities.cluster.ready.ReadyWaiter;
import io.slipway.activities.deploy.DeployHandler;
import io.slipway.activities.sql.SqlSteps;
import io.slipway.activities.step.Done;
import io.slipway.activities.step.FakeStepContext;
import io.slipway.activities.step.FakeTask;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.action.Deploy;
import io.slipway.model.json.Json;
import io.slipway.model.spec.Binder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What statements through a SQL Gateway promise, against the sandbox's. */
class GatewayTest {
    private static final Path EXAMPLE = Path.of("../examples/sql-gateway");
    private static final String GATEWAY = "flink-sql-gateway:8083";
    private static final String ENDLESS = "CREATE TABLE endless (id BIGINT) WITH ('connector' = 'datagen')";
    private static final String SINK = "CREATE TABLE sink (id BIGINT) WITH ('connector' = 'blackhole')";

    private static TestCluster cluster;
    private static SqlSteps sql;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        cluster = TestCluster.working();
        sql = new SqlSteps(cluster);
        String file = "flink.yaml";
        new DeployHandler(cluster.clusters(), new ReadyWaiter(cluster.clusters(), Diagnostician.none()))
                .run(
                        Binder.read(Deploy.class, Json.tree(Map.of("manifests", List.of(file), "wait", true))),
                        cluster.step(new FakeTask().step("flink"))
                                .withFile(
                                        file,
                                        Files.readString(
                                                EXAMPLE.resolve("manifests").resolve(file))));
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    private static Map<String, Object> statements(String... all) {
        return Map.of("gateway", GATEWAY, "statements", List.of(all));
    }

    @Test
    void aScriptRunsAndItsJobIsFollowedToItsEnd() throws Exception {
        FakeStepContext context =
                sql.step("orders").withFile("orders.sql", Files.readString(EXAMPLE.resolve("sql/orders.sql")));
        Done done = sql.run(
                Map.of("gateway", GATEWAY, "files", List.of("orders.sql"), "variables", Map.of("LAST", "250")),
                context);
        assertThat(done.outputs().get("rows")).hasSize(250);
        assertThat(done.outputs().get("rows").path(249).path(0).asText()).isEqualTo("250");
        assertThat(done.outputs().get("statements").asInt()).isEqualTo(4);
        assertThat(done.outputs().get("jobs")).hasSize(1);
    }

    @Test
    void aKeptJobRunsOn() throws Exception {
        Done done = sql.run(
                Map.of(
                        "gateway",
                        GATEWAY,
                        "keep",
                        true,
                        "statements",
                        List.of(ENDLESS, SINK, "INSERT INTO sink SELECT id FROM endless")),
                sql.step("kept"));
        String job = done.outputs().get("jobs").path(0).asText();
        Done listed = sql.run(statements("SHOW JOBS"), sql.step("jobs"));
        assertThat(listed.outputs().get("rows").toString()).contains(job).contains("RUNNING");
    }

    @Test
    void aQueryWithoutEndGivesItsFirstRows() throws Exception {
        FakeStepContext context = sql.step("many");
        Done done = sql.run(
                Map.of("gateway", GATEWAY, "limit", 120, "statements", List.of(ENDLESS, "SELECT * FROM endless")),
                context);
        assertThat(done.outputs().get("rows")).hasSize(120);
        assertThat(context.recorder().warnings()).anyMatch(line -> line.contains("only the first 120 rows"));
    }

    @Test
    void aStatementThatDoesNotParseIsNamedWithItsText() {
        StepFailure failure = sql.failure(statements("SELECT 1", "SELECT 1 FRM x y"));
        assertThat(failure.failure().message())
                .isEqualTo("SQL statement 2 of 2 failed (statements[1]:1): SELECT 1 FRM x y");
        assertThat(failure.failure().cause())
                .isEqualTo("org.apache.flink.sql.parser.impl.ParseException: Encountered \"x\" at line 1, column 14.");
    }

    @Test
    void aConnectorThatIsNotThereIsTheRootOfItsError() {
        StepFailure failure = sql.failure(statements(
                "CREATE TABLE t (id BIGINT) WITH ('connector' = 'pulsar')", SINK, "INSERT INTO sink SELECT id FROM t"));
        assertThat(failure.failure().message()).contains("SQL statement 3 of 3 failed");
        assertThat(failure.failure().cause()).contains("Could not find any factory for identifier 'pulsar'");
    }

    @Test
    void whatIsNoGatewayIsSaid() {
        StepFailure failure =
                sql.failure(Map.of("gateway", "flink-jobmanager:8081", "statements", List.of("SELECT 1")));
        assertThat(failure.failure().message()).contains("flink-jobmanager:8081");
    }

    @Test
    void aSuccessorGoesOnInTheSessionOfTheLostWorker() throws Exception {
        Map<String, Object> script = Map.of(
                "gateway",
                GATEWAY,
                "keep",
                true,
                "statements",
                List.of(
                        ENDLESS.replace("endless", "again"),
                        SINK.replace("sink", "drain"),
                        "INSERT INTO drain SELECT id FROM again",
                        "SELECT id FRM drain"));
        FakeStepContext lost = sql.step("lost");
        try {
            sql.run(script, lost);
        } catch (StepFailure expected) {
            assertThat(expected.failure().message()).contains("statement 4 of 4");
        }
        assertThat(lost.remembered()).containsEntry("done", "3").containsKeys("session", "job-2");
    }
}
