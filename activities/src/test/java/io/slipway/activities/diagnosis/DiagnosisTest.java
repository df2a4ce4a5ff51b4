package io.slipway.activities.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.model.journal.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class DiagnosisTest {

    /** Exactly the case's rule speaks; taken away, another or none does. */
    @TestFactory
    Stream<DynamicTest> everyRuleSpeaksAlone() throws IOException {
        return Cases.all().stream()
                .map(one -> DynamicTest.dynamicTest(one.rule(), () -> {
                    Snapshot snapshot = new Snapshot("a-step", List.of(one.subject()));
                    List<Finding> findings = Diagnosis.of(snapshot).findings();
                    assertThat(findings).extracting(Finding::rule).containsExactly(one.rule());
                    Finding finding = findings.getFirst();
                    assertThat(finding.cause()).contains(one.cause()).doesNotContain("{");
                    assertThat(finding.fix()).isNotBlank().doesNotContain("{");
                    assertThat(finding.object()).isEqualTo(one.subject().name());
                    assertThat(Diagnosis.of(snapshot, DiagnosisRules.standard().without(one.rule()))
                                    .findings())
                            .extracting(Finding::rule)
                            .doesNotContain(one.rule());
                }));
    }

    @Test
    void everyRuleHasACase() throws IOException {
        assertThat(DiagnosisRules.standard().all())
                .extracting(DiagnosisRule::id)
                .doesNotHaveDuplicates()
                .containsExactlyElementsOf(
                        Cases.all().stream().map(Cases.Case::rule).toList());
    }

    @Test
    void theMostTellingComesFirstAndIsTheSummary() throws IOException {
        List<Subject> subjects = Stream.of("connection-refused", "crash-loop", "spark-submit-secret-missing")
                .map(DiagnosisTest::subject)
                .toList();
        Diagnosis diagnosis = Diagnosis.of(new Snapshot("a-step", subjects));
        assertThat(diagnosis.findings().getFirst().rule()).isEqualTo("spark-submit-secret-missing");
        assertThat(diagnosis.findings().getFirst().evidence()).anyMatch(line -> line.contains("minio-credentials"));
        assertThat(diagnosis.summary().lines())
                .hasSize(2)
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("pod/app-1: the Spark submit pod needs"),
                        second -> assertThat(second).startsWith("Fix: create the Secret"));
    }

    @Test
    void nothingFoundIsSaidByNothing() {
        assertThat(Diagnosis.of(new Snapshot("", List.of())).findings()).isEmpty();
        assertThat(Diagnosis.of(new Snapshot("", List.of())).summary()).isEmpty();
    }

    private static Subject subject(String rule) {
        try {
            return Cases.all().stream()
                    .filter(one -> one.rule().equals(rule))
                    .findFirst()
                    .orElseThrow()
                    .subject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
