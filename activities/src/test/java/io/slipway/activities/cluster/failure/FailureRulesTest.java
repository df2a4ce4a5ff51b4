package io.slipway.activities.cluster.failure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class FailureRulesTest {

    private static final Duration GRACE = Duration.ofSeconds(30);
    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

    /** Exactly the case's rule speaks; taken away, it does not. */
    @TestFactory
    Stream<DynamicTest> everyRuleSpeaksAndNoOtherForIt() throws IOException {
        return cases().stream()
                .map(entry -> DynamicTest.dynamicTest(rule(entry), () -> {
                    OwnedTree tree = Trees.of(entry);
                    FailureRules rules = FailureRules.standard();
                    Symptom symptom = rules.symptoms(tree).getFirst();
                    assertThat(symptom.rule()).isEqualTo(rule(entry));
                    assertThat(symptom.cause())
                            .contains(entry.get("cause").toString())
                            .doesNotContainPattern("\\{\\w+}");
                    assertThat(symptom.fix()).isNotBlank().doesNotContainPattern("\\{\\w+}");
                    assertThat(symptom.object()).endsWith("/app-1");
                    assertThat(rules.without(rule(entry)).symptoms(tree))
                            .extracting(Symptom::rule)
                            .doesNotContain(rule(entry));
                }));
    }

    @Test
    void everyRuleHasACase() throws IOException {
        assertThat(cases()).extracting(FailureRulesTest::rule).doesNotHaveDuplicates();
        assertThat(FailureRules.standard().all())
                .extracting(FailureRule::name)
                .doesNotHaveDuplicates()
                .containsExactlyElementsOf(
                        cases().stream().map(FailureRulesTest::rule).toList());
    }

    /** Before its patience is over a rule is silent. */
    @TestFactory
    Stream<DynamicTest> everyRuleWaitsItsPatience() throws IOException {
        return cases().stream()
                .map(entry -> DynamicTest.dynamicTest(rule(entry), () -> {
                    Symptom symptom =
                            FailureRules.standard().symptoms(Trees.of(entry)).getFirst();
                    Duration patience = symptom.patience().of(GRACE);
                    FailureRules rules = FailureRules.standard();
                    Instant over = NOW.plus(patience);
                    Map<Symptom.Key, Instant> since = Map.of(symptom.key(), NOW);
                    assertThat(rules.judge(Trees.of(entry), since, over, GRACE))
                            .hasValueSatisfying(
                                    cause -> assertThat(cause.rule()).isEqualTo(rule(entry)));
                    if (!patience.isZero()) {
                        assertThat(rules.judge(Trees.of(entry), since, over.minusMillis(1), GRACE))
                                .as("a moment before")
                                .isEmpty();
                    }
                }));
    }

    /** A Deployment's deadline is over when its image has been missing for long enough, also for one who looks for the first time. */
    @Test
    void whatADeadlineSumsUpIsTold() {
        ObjectNode deployment = Trees.object("Deployment", "app");
        deployment
                .putObject("status")
                .putArray("conditions")
                .addObject()
                .put("type", "Progressing")
                .put("status", "False")
                .put("reason", "ProgressDeadlineExceeded")
                .put("message", "timed out");
        ObjectNode pod = Trees.ownedBy(Trees.object("Pod", "app-1"), deployment);
        OwnedTree tree = new OwnedTree(
                deployment, List.of(Trees.waiting(pod, "ImagePullBackOff", "manifest unknown")), List.of());

        assertThat(FailureRules.standard().judge(tree, Map.of(), NOW, GRACE))
                .hasValueSatisfying(cause -> assertThat(cause.rule()).isEqualTo("ImageNotFound"));
        assertThat(FailureRules.standard().judge(new OwnedTree(deployment, List.of(), List.of()), Map.of(), NOW, GRACE))
                .hasValueSatisfying(cause -> assertThat(cause.rule()).isEqualTo("ProgressDeadline"));
    }

    /** Events stay for an hour; what they told of may have passed long ago. */
    @ParameterizedTest
    @CsvSource({
        "FailedMount, Pulling, 1, true",
        "FailedMount, Pulling, 0, true",
        "FailedMount, Pulling, -1, false",
        "FailedMount, Scheduled, 1, false",
        "FailedAttachVolume, Started, 1, true",
        "FailedCreatePodSandBox, Started, -60, false",
        "FailedCreatePodSandBox, Started, 60, true"
    })
    void aWarningAfterWhichThePodGotOnTellsNothing(String warning, String later, int seconds, boolean passed) {
        ObjectNode pod = Trees.object("Pod", "app-1");
        JsonNode failed = Trees.event(pod, warning, "timed out");
        assertThat(tells(pod, failed)).isTrue();
        assertThat(tells(pod, Trees.at(failed, NOW), Trees.at(normal(pod, later), NOW.plusSeconds(seconds))))
                .isEqualTo(!passed);
    }

    /** Where a quota lets two of three replicas in, the third is refused in the same second. */
    @ParameterizedTest
    @CsvSource({"0, false", "1, true"})
    void aReplicaThatCouldNotBeMadeIsThereLater(int seconds, boolean passed) {
        ObjectNode replicas = Trees.object("ReplicaSet", "app");
        JsonNode failed = Trees.at(Trees.event(replicas, "FailedCreate", "exceeded quota: few"), NOW);
        JsonNode made = Trees.at(normal(replicas, "SuccessfulCreate"), NOW.plusSeconds(seconds));
        assertThat(tells(replicas, failed, made)).isEqualTo(!passed);
    }

    /** Its pod was ready afterwards, and is not ready now for another reason. */
    @ParameterizedTest
    @CsvSource({"3600, false", "11, false", "2, true", "-5, true"})
    void whatEndedAContainerLongAgoTellsNothing(int readyChanged, boolean tells) {
        ObjectNode pod = Trees.object("Pod", "app-1");
        ObjectNode status = pod.putObject("status").put("phase", "Running");
        status.putArray("conditions")
                .addObject()
                .put("type", "Ready")
                .put("status", "False")
                .put("lastTransitionTime", NOW.plusSeconds(readyChanged).toString());
        ObjectNode container = status.putArray("containerStatuses").addObject().put("name", "app");
        container.putObject("state").putObject("running").put("startedAt", NOW.toString());
        container
                .putObject("lastState")
                .putObject("terminated")
                .put("exitCode", 137)
                .put("reason", "OOMKilled");
        assertThat(tells(pod)).isEqualTo(tells);
    }

    private static JsonNode normal(JsonNode about, String reason) {
        return ((ObjectNode) Trees.event(about, reason, "")).put("type", "Normal");
    }

    private static boolean tells(JsonNode object, JsonNode... events) {
        OwnedTree tree = new OwnedTree(object, List.of(), List.of(events));
        return !FailureRules.standard().symptoms(tree).isEmpty();
    }

    static List<Map<?, ?>> cases() throws IOException {
        try (InputStream in = FailureRulesTest.class.getResourceAsStream("/failure/cases.yaml")) {
            List<?> entries = (List<?>) new Load(LoadSettings.builder().build()).loadFromInputStream(in);
            return entries.stream().<Map<?, ?>>map(entry -> (Map<?, ?>) entry).toList();
        }
    }

    private static String rule(Map<?, ?> entry) {
        return entry.get("rule").toString();
    }
}
