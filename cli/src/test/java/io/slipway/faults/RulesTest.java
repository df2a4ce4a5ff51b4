package io.slipway.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slipway.activities.cluster.failure.FailureCause;
import io.slipway.activities.cluster.failure.FailureRules;
import io.slipway.activities.cluster.failure.RuleText;
import io.slipway.activities.diagnosis.Diagnosis;
import io.slipway.activities.diagnosis.DiagnosisRule;
import io.slipway.activities.diagnosis.DiagnosisRules;
import io.slipway.model.journal.Failure;
import io.slipway.model.journal.Finding;
import io.slipway.sandbox.faults.Faults;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every rule of fast failure and of diagnosis speaks when its fault strikes, with object, cause and fix, and no other in
 * its place; without the rule the same evidence does not pass. All rows are struck in one sandbox and one rollout.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RulesTest {
    /** Slower than usual: a hundred objects that fail again and again would keep the machine busy. */
    private static final double PACE = 200;

    /** In the code: the object says itself that it has failed, and no rule knows why. */
    private static final String GIVEN_UP = "controller-gave-up";

    private List<FaultRow> waits;
    private List<FaultRow> builds;
    private List<FaultRow> diagnoses;
    private Lab lab;
    private BrokenRollout rollout;

    @BeforeAll
    void breakEverything(@TempDir Path folder) throws Exception {
        waits = Tables.fastFailure();
        builds = Tables.builds();
        diagnoses = Tables.diagnosis();
        BrokenPipeline.write(folder, waits, builds, diagnoses);
        List<String> scripts = Stream.of(waits, builds, diagnoses)
                .flatMap(List::stream)
                .flatMap(row -> row.scripts().stream())
                .toList();
        lab = Lab.start(List.of(folder), scripts, PACE);
        rollout = BrokenRollout.run(lab, waits, diagnoses);
    }

    @AfterAll
    void close() throws Exception {
        if (lab != null) {
            lab.close();
        }
    }

    @Test
    void everyRuleHasARow() {
        assertThat(waits)
                .extracting(FaultRow::rule)
                .containsExactlyElementsOf(
                        Stream.concat(FailureRules.standard().texts().stream().map(RuleText::name), Stream.of(GIVEN_UP))
                                .toList());
        assertThat(diagnoses)
                .extracting(FaultRow::rule)
                .containsExactlyInAnyOrderElementsOf(DiagnosisRules.standard().all().stream()
                        .map(DiagnosisRule::id)
                        .toList());
    }

    @Test
    void thePageHasThem() throws IOException {
        Page.holds("fast failure", Page.rules(waits));
        Page.holds("builds", Page.rules(builds));
        Page.holds("diagnosis", Page.rules(diagnoses));
        Page.holds(
                "catalogue",
                Faults.catalogue().stream()
                        .map(kind -> Page.line(
                                "`" + kind.label() + (kind.arguments().isEmpty() ? "" : "(" + kind.arguments() + ")")
                                        + "`",
                                kind.effect()))
                        .collect(Collectors.joining("\n", "| fault | what happens |\n|---|---|\n", "")));
    }

    @TestFactory
    Stream<DynamicTest> aWaitFailsFastAndSaysWhy() {
        return waits.stream()
                .map(row -> DynamicTest.dynamicTest(row.rule(), () -> {
                    Failure failure = lab.evidence(rollout.handle(), BrokenPipeline.step(row))
                            .result()
                            .failure()
                            .orElseThrow(() -> new AssertionError("the wait did not fail"));
                    says(row, failure.findings().getFirst());
                    assertThat(failure.object()).startsWith(row.said().object());
                    assertThat(failure.cause()).contains(row.said().cause());
                    assertThat(failure.fix()).contains(row.said().fix());
                    FailureRules rules = FailureRules.standard();
                    Trees tree = rollout.tree(row);
                    if (!row.rule().equals(GIVEN_UP)) {
                        says(row, finding(tree.cause(rules)));
                    }
                    assertThatThrownBy(() -> says(row, finding(tree.cause(rules.without(row.rule())))))
                            .as("the same without the rule")
                            .isInstanceOf(AssertionError.class);
                }));
    }

    /** Its time is a day: without the look at the pod the rollout would not come to its end. */
    @TestFactory
    Stream<DynamicTest> aBuildThatCannotStartSaysWhy() {
        return builds.stream()
                .map(row -> DynamicTest.dynamicTest(row.rule(), () -> {
                    Failure failure = lab.evidence(rollout.handle(), BrokenPipeline.step(row))
                            .result()
                            .failure()
                            .orElseThrow(() -> new AssertionError("the build did not fail"));
                    assertThat(failure.message()).endsWith(", and its pod cannot start");
                    says(row, failure.findings().getFirst());
                    assertThat(failure.object()).isEqualTo(row.said().object());
                }));
    }

    @TestFactory
    Stream<DynamicTest> aDiagnosisSaysWhy() {
        return diagnoses.stream()
                .map(row -> DynamicTest.dynamicTest(row.rule(), () -> {
                    Lab.Evidence evidence = lab.evidence(rollout.handle(), BrokenPipeline.step(row));
                    says(row, evidence.detail().findings());
                    DiagnosisRules rules = DiagnosisRules.standard();
                    says(row, Diagnosis.of(rollout.snapshot(row), rules).findings());
                    Diagnosis without = Diagnosis.of(rollout.snapshot(row), rules.without(row.rule()));
                    assertThatThrownBy(() -> says(row, without.findings()))
                            .as("the same without the rule")
                            .isInstanceOf(AssertionError.class);
                }));
    }

    /** As its {@code rules} file says. */
    @Test
    void aPipelineHasRulesOfItsOwn() {
        assertThat(lab.evidence(rollout.handle(), BrokenPipeline.OWN_STEP)
                        .detail()
                        .findings())
                .containsExactly(new Finding(
                        "slow-mode",
                        "configmap/own",
                        "configmap/own asks for the slow mode",
                        "take mode out of own",
                        "",
                        List.of()));
    }

    private static Finding finding(Optional<FailureCause> cause) {
        FailureCause told = cause.orElseThrow(() -> new AssertionError("no rule matches"));
        return new Finding(told.rule(), told.object(), told.cause(), told.fix(), "", List.of());
    }

    /** Exactly this rule, and those that speak of the consequences for other objects. */
    private static void says(FaultRow row, List<Finding> findings) {
        List<String> wanted =
                Stream.concat(Stream.of(row.rule()), row.also().stream()).toList();
        assertThat(findings).extracting(Finding::rule).containsExactlyInAnyOrderElementsOf(wanted);
        findings.stream().filter(each -> each.rule().equals(row.rule())).forEach(each -> says(row, each));
    }

    private static void says(FaultRow row, Finding finding) {
        assertThat(finding.rule()).as(finding.toString()).isEqualTo(row.rule());
        Map.of("object", finding.object(), "cause", finding.cause(), "fix", finding.fix())
                .forEach((part, text) -> assertThat(text).as(part).isNotBlank().doesNotContainPattern("\\{\\w+}"));
        assertThat(finding.object()).startsWith(row.said().object());
        assertThat(finding.cause()).contains(row.said().cause());
        assertThat(finding.fix()).contains(row.said().fix());
    }
}
