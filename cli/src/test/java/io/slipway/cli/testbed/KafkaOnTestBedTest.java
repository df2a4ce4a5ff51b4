package io.slipway.cli.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The probe {@code kafka}, with Kafka's own tool in the broker's pod, asks a real Kafka with TLS and a password. */
@OnTestBed({"kubernetes", "registry", "sql"})
class KafkaOnTestBedTest {
    private static final String PIPELINE =
            TestBed.REPOSITORY.resolve("testbed/pipelines/flink-sql").toString();

    @TempDir
    private Path home;

    @Test
    void theTopicIsThere() throws Exception {
        JsonNode report = run("kafka");

        assertThat(report.path("status").asText()).as(report.toString()).isEqualTo("succeeded");
        assertThat(report.path("checks")).hasSize(2);
        assertThat(BedCommand.failed(report)).isEmpty();
        assertThat(report.path("checks").path(0).path("seen").asText())
                .contains("authenticated = true", "exists = true", "partitions = 3", "replicas = 1");
    }

    @Test
    void aTopicThatIsNotThereIsNamedAndTheLoginIsGood() throws Exception {
        JsonNode report = run("kafka-topic", "--param", "topic=payments");

        assertThat(report.path("status").asText()).as(report.toString()).isEqualTo("failed");
        assertThat(BedCommand.failed(report))
                .singleElement()
                .asString()
                .contains("the topic there", "authenticated = true", "exists = false");
        assertThat(report.toString())
                .contains("Kafka at kafka:9093 has no topic payments visible to this client")
                .contains("kafka-topics.sh --create --topic payments");
    }

    @Test
    void aWrongPasswordIsTheBrokersRefusal() throws Exception {
        JsonNode report = run("kafka-password", "--param", "client=wrong.properties");

        assertThat(report.path("status").asText()).as(report.toString()).isEqualTo("failed");
        assertThat(BedCommand.failed(report)).hasSize(2);
        assertThat(report.toString())
                .contains("Kafka at kafka:9093 rejects the client of pod/kafka-")
                .contains("invalid credentials with SASL mechanism SCRAM-SHA-256")
                .contains("compare user, password, mechanism and certificates in /etc/kafka-client/wrong.properties");
    }

    @Test
    void aFileThatThePodDoesNotHaveIsNamed() throws Exception {
        JsonNode report = run("kafka-file", "--param", "client=no.properties");

        assertThat(report.path("status").asText()).as(report.toString()).isEqualTo("failed");
        assertThat(report.toString())
                .contains("no Kafka client can be created in pod/kafka-")
                .contains("java.nio.file.NoSuchFileException: /etc/kafka-client/no.properties");
    }

    private JsonNode run(String name, String... more) throws Exception {
        List<String> all = new ArrayList<>(List.of(PIPELINE, "--target", "testbed", "--only", "broker"));
        all.addAll(List.of(more));
        return new BedCommand(home, Map.of()).run(name, all.toArray(String[]::new));
    }
}
