package io.slipway.activities.cluster.failure;

import static org.assertj.core.api.Assertions.assertThat;

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
