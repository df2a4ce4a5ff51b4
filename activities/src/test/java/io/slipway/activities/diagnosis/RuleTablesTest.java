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

                Made from the rules by a test; do not edit. Each rule has a case that makes exactly it speak, and that
                fails when the rule is taken away.

                ## Fast failure

                What ends a wait before its time-out. A sign in the objects that belong to a workload counts when it
                has lasted its patience: none (at once), grace (the step's grace), long (three times the grace).
                Objects that are ready, being deleted, or of an older revision show no signs.

                | rule | sign | patience | cause | fix |
                |---|---|---|---|---|
                """);
        for (RuleText rule : FailureRules.standard().texts()) {
            row(text, rule.name(), rule.sign(), rule.patience(), rule.cause(), rule.fix());
        }
        text.append("""

                ## Diagnosis

                What is told of a failed step and by `slipway diagnose`, the most telling first; of the rules of one
                topic only the first speaks of an object. `when` is CEL over `pod`, `object`, `events`, `log` and
                `step`. A pipeline may bring a file of its own (`rules:`) in the same form.

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
