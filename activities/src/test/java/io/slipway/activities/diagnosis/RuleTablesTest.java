package io.slipway.activities.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.activities.cluster.failure.FailureRules;
import io.slipway.activities.cluster.failure.RuleText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/diagnosis.md} is made of the rules. After changing a rule run this test with
 * {@code -Dslipway.docs.write=true}.
 */
class RuleTablesTest {

    private static final Path PAGE = Path.of("../docs/diagnosis.md");

    @Test
    void thePageIsUpToDate() throws IOException {
        String page = page();
        if (Boolean.getBoolean("slipway.docs.write")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE))
                .as("docs/diagnosis.md; write it anew with -Dtest=RuleTablesTest -Dslipway.docs.write=true")
                .isEqualTo(page);
    }

    private static String page() {
        StringBuilder text = new StringBuilder("""
                # Fast failure and diagnosis

                All rules by which Slipway gives up a wait early, and by which it explains a failure. This page is generated
                from the rules by a test; do not edit it. Each rule has a test case that triggers exactly this rule, and that
                fails without it.

                ## Fast failure

                These signs end a wait before its timeout. Slipway looks for them in the objects that belong to a workload; a
                sign counts once it has lasted for its patience:

                - none: at once
                - grace: the step's grace period
                - long: three times the grace period

                Objects that are ready, being deleted, or of an older revision are ignored.

                | rule | sign | patience | cause | fix |
                |---|---|---|---|---|
                """);
        for (RuleText rule : FailureRules.standard().texts()) {
            row(text, rule.name(), rule.sign(), rule.patience(), rule.cause(), rule.fix());
        }
        text.append("""

                ## Diagnosis

                These rules explain failed steps, and the findings of `slipway diagnose`. The most telling finding comes first;
                for each object, only the first matching rule of a topic reports. `when` is CEL over `pod`, `object`, `events`,
                `log` and `step`. A pipeline can add its own rules in the same form, in the file named by `rules:`.

                | rule | topic | when | cause | fix | guide |
                |---|---|---|---|---|---|
                """);
        for (DiagnosisRule rule : DiagnosisRules.standard().all()) {
            row(text, rule.id(), rule.topic(), "`" + rule.when() + "`", rule.cause(), rule.fix(), rule.guide());
        }
        return text.toString();
    }

    private static void row(StringBuilder text, String... cells) {
        for (String cell : cells) {
            text.append("| ")
                    .append(cell.replaceAll("\\s+", " ").replace("|", "\\|"))
                    .append(' ');
        }
        text.append("|\n");
    }
}
