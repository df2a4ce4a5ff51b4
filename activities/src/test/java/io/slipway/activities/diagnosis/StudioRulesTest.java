package io.slipway.activities.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.journal.Finding;
import io.slipway.model.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules that the pipeline of the Flink SQL Studio brings: each speaks of its case, and is missed when it is away. */
class StudioRulesTest {
    private static final Path FILE = Path.of("../pipelines/flink-sql-studio/rules.yaml");
    private static final String GATEWAY = "flink-sql-gateway";
    private static final String CLUSTER = "flink-session-cluster";

    static Stream<Arguments> cases() {
        return Stream.of(
                Arguments.of(
                        "studio-storage-denied",
                        CLUSTER,
                        "flink-gcs@x does not have storage.objects.create access to the Google Cloud Storage object."),
                Arguments.of(
                        "studio-identity-gke",
                        CLUSTER,
                        "Permission 'iam.serviceAccounts.getAccessToken' denied on resource (or it may not exist)."),
                Arguments.of(
                        "studio-identity-aks",
                        CLUSTER,
                        "AADSTS70021: No matching federated identity record found for presented assertion."),
                Arguments.of(
                        "studio-library-download", CLUSTER, "wget: unable to resolve host address 'repo1.maven.org'"),
                Arguments.of(
                        "studio-connector-missing",
                        GATEWAY,
                        "ValidationException: Could not find any factory for identifier 'kafka' in the classpath."),
                Arguments.of("studio-avro", CLUSTER, "java.io.IOException: Failed to deserialize Avro record."),
                Arguments.of(
                        "studio-kafka-login",
                        CLUSTER,
                        "org.apache.kafka.common.errors.SaslAuthenticationException: Authentication failed"),
                Arguments.of(
                        "studio-kafka-certificate",
                        CLUSTER,
                        "SslAuthenticationException: SSL handshake failed: PKIX path building failed"),
                Arguments.of(
                        "studio-kafka-unreachable",
                        CLUSTER,
                        "ConfigException: No resolvable bootstrap urls given in bootstrap.servers"),
                Arguments.of(
                        "studio-gateway-cluster",
                        GATEWAY,
                        "RestClientException: Could not connect to flink-session-cluster-rest:8081"),
                Arguments.of("studio-query-timeout", GATEWAY, "java.util.concurrent.TimeoutException: after 300 s"),
                Arguments.of("studio-hue", "hue", "OperationalError: database is locked"),
                Arguments.of(
                        "studio-taskmanager-quota",
                        CLUSTER,
                        "pods \"x\" is forbidden: exceeded quota: flink-studio-quota, requested: limits.memory=8Gi"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void eachSpeaksOfItsCase(String rule, String app, String line) throws IOException {
        speaks(rule, pod(app, line));
    }

    @Test
    void everyRuleHasACase() throws IOException {
        List<String> named = cases().map(each -> each.get()[0].toString()).toList();
        assertThat(RuleFile.read(FILE.toString(), Files.readString(FILE)))
                .extracting(DiagnosisRule::id)
                .containsExactlyInAnyOrderElementsOf(named);
    }

    private static void speaks(String rule, Subject subject) throws IOException {
        DiagnosisRules rules = DiagnosisRules.standard().with("rules.yaml", Files.readString(FILE));
        Snapshot snapshot = new Snapshot("a-step", List.of(subject));
        List<Finding> findings = Diagnosis.of(snapshot, rules).findings();
        assertThat(findings).extracting(Finding::rule).first().isEqualTo(rule);
        assertThat(findings.getFirst().fix()).isNotBlank().doesNotContain("{");
        assertThat(findings.getFirst().evidence()).as("evidence").isNotEmpty();
        assertThat(Diagnosis.of(snapshot, rules.without(rule)).findings())
                .extracting(Finding::rule)
                .doesNotContain(rule);
    }

    private static Subject pod(String app, String line) {
        JsonNode pod = Json.tree(Map.of(
                "apiVersion",
                "v1",
                "kind",
                "Pod",
                "metadata",
                Map.of("name", app + "-1", "namespace", "flink-studio", "labels", Map.of("app", app)),
                "status",
                Map.of("phase", "Running", "conditions", List.of(Map.of("type", "Ready", "status", "True")))));
        return new Subject(pod, List.of(), Map.of("main", List.of(line)));
    }
}
