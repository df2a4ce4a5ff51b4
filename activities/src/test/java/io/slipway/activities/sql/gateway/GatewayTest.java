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
    private static final String WITH_TABLES = "gateway-of-tables:8083";
    private static final String LAKE =
            "CREATE CATALOG lake WITH ('type' = 'iceberg', 'uri' = 'http://nessie:19120/api/v2', 'warehouse' = '/tmp/lake')";
    private static final String TOPIC =
            "CREATE TEMPORARY TABLE messages (id BIGINT, word STRING) WITH ('connector' = 'kafka', 'topic' = 'words', 'scan.startup.mode' = 'earliest-offset',"
                    + " 'properties.bootstrap.servers' = 'kafka:9092', 'scan.bounded.mode' = 'latest-offset')";
    private static final String ENDLESS = "CREATE TABLE endless (id BIGINT) WITH ('connector' = 'datagen')";
    private static final String SINK = "CREATE TABLE sink (id BIGINT) WITH ('connector' = 'blackhole')";

    private static TestCluster cluster;
    private static SqlSteps sql;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        cluster = TestCluster.working();
        sql = new SqlSteps(cluster);
        deploy("flink.yaml", EXAMPLE.resolve("manifests/flink.yaml"));
        deploy("tables.yaml", Path.of("src/test/resources/sql/tables.yaml"));
    }

    private static void deploy(String file, Path from) throws IOException, InterruptedException {
        new DeployHandler(cluster.clusters(), new ReadyWaiter(cluster.clusters(), Diagnostician.none()))
                .run(
                        Binder.read(Deploy.class, Json.tree(Map.of("manifests", List.of(file), "wait", true))),
                        cluster.step(new FakeTask().step(file.replace(".yaml", "")))
                                .withFile(file, Files.readString(from)));
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

    @Test
    void rowsOfIcebergAreThereInTheNextSession() throws Exception {
        sql.run(
                tables(
                        LAKE,
                        "SET 'execution.runtime-mode' = 'batch'",
                        "CREATE DATABASE IF NOT EXISTS lake.db",
                        "CREATE TABLE IF NOT EXISTS lake.db.words (id BIGINT, word STRING)",
                        "INSERT INTO lake.db.words VALUES (9, 'gone')",
                        "INSERT OVERWRITE lake.db.words VALUES (2, 'two'), (1, 'one')"),
                sql.step("write"));
        Done read = sql.run(tables(LAKE, "SELECT id, word FROM lake.db.words ORDER BY id"), sql.step("read"));
        assertThat(read.outputs().get("rows")).hasToString("[[\"1\",\"one\"],[\"2\",\"two\"]]");
        StepFailure streaming = sql.failure(tables(LAKE, "INSERT OVERWRITE lake.db.words VALUES (3, 'three')"));
        assertThat(streaming.failure().cause()).contains("Unbounded data stream doesn't support overwrite operation");
        StepFailure unknown = sql.failure(tables(LAKE, "SELECT id FROM lake.db.other"));
        assertThat(unknown.failure().cause()).contains("Object 'other' not found within 'lake.db'");
    }

    @Test
    void messagesOfKafkaAreThereInTheNextSession() throws Exception {
        Done written = sql.run(
                tables(TOPIC, "INSERT INTO messages VALUES (1, 'one'), (1, 'one'), (2, 'two')"), sql.step("send"));
        assertThat(written.outputs().get("jobs")).hasSize(1);
        Done read = sql.run(tables(TOPIC, "SELECT DISTINCT id, word FROM messages ORDER BY id"), sql.step("receive"));
        assertThat(read.outputs().get("rows")).hasToString("[[\"1\",\"one\"],[\"2\",\"two\"]]");
        StepFailure nobody = sql.failure(tables(TOPIC.replace("kafka:9092", "broker:9092"), "SELECT id FROM messages"));
        assertThat(nobody.failure().cause()).contains("No resolvable bootstrap urls");
    }

    @Test
    void aCatalogNeedsItsJarAndItsNessie() {
        StepFailure jar = sql.failure(statements(LAKE));
        assertThat(jar.failure().cause()).contains("Could not find any factory for identifier 'iceberg'");
        StepFailure nessie = sql.failure(tables(LAKE.replace("//nessie", "//elsewhere")));
        assertThat(nessie.failure().cause()).contains("UnknownHostException: elsewhere");
    }

    private static Map<String, Object> tables(String... all) {
        return Map.of("gateway", WITH_TABLES, "statements", List.of(all));
    }
}
