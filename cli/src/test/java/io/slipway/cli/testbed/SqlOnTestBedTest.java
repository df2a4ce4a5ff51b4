package io.slipway.cli.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Statements over the SQL Gateway of real Flink 1.20, into and out of a real Kafka with TLS and a password. */
@OnTestBed({"kubernetes", "registry", "sql"})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SqlOnTestBedTest {
    private static final String PIPELINE =
            TestBed.REPOSITORY.resolve("testbed/pipelines/flink-sql").toString();

    @TempDir
    private Path home;

    @Test
    @Order(1)
    void whatIsWrittenToKafkaIsReadBack() throws Exception {
        JsonNode report = run("flink-sql");

        assertThat(report.path("status").asText()).as(report.toString()).isEqualTo("succeeded");
        assertThat(BedCommand.failed(report)).isEmpty();
        assertThat(report.path("outputs").path("rows")).hasToString("[[\"100\",\"4950\"]]");
        assertThat(report.path("outputs").path("jobs").path(0).asText()).matches("[0-9a-f]{32}");
    }

    @Test
    @Order(2)
    void aStatementThatDoesNotParseIsNamedWithTheGatewaysError() throws Exception {
        JsonNode report = run("flink-sql-parse", "--param", "statement=SELECT 1 +; SELECT FRM x");

        assertThat(report.path("status").asText()).as(report.toString()).isEqualTo("failed");
        assertThat(report.toString())
                .contains("SQL statement 1 of 2 failed")
                .contains("SELECT 1 +")
                .contains("ParseException: Encountered");
    }

    @Test
    @Order(3)
    void aLoginThatKafkaRefusesIsNamedAsTheJobsFailure() throws Exception {
        JsonNode report = run("flink-sql-login", "--param", "kafkaUser=nobody");

        assertThat(report.path("status").asText()).as(report.toString()).isEqualTo("failed");
        assertThat(report.toString()).contains("INSERT INTO events").containsIgnoringCase("authentication failed");
    }

    private JsonNode run(String name, String... more) throws Exception {
        String[] all = new String[more.length + 3];
        all[0] = PIPELINE;
        all[1] = "--target";
        all[2] = "testbed";
        System.arraycopy(more, 0, all, 3, more.length);
        return new BedCommand(home, Map.of()).run(name, all);
    }
}
