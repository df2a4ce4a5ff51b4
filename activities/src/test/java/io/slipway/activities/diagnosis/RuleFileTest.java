package io.slipway.activities.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.slipway.model.check.Problem;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleFileTest {

    @Test
    void aPipelinesOwnRulesComeFirstAndReplaceThoseOfTheSameId() throws IOException {
        String own = """
                - id: crash-loop
                  when: pod.waiting.exists(w, w.reason == "CrashLoopBackOff")
                  cause: our own words
                  fix: our own cure
                """;
        DiagnosisRules rules = DiagnosisRules.standard().with("own.yaml", own);
        assertThat(rules.all()).hasSameSizeAs(DiagnosisRules.standard().all());
        Subject looping = Cases.all().stream()
                .filter(one -> one.rule().equals("crash-loop"))
                .findFirst()
                .orElseThrow()
                .subject();
        Diagnosis diagnosis = Diagnosis.of(new Snapshot("", List.of(looping)), rules);
        assertThat(diagnosis.findings().getFirst().cause()).isEqualTo("our own words");
    }

    @Test
    void allMistakesAreToldAtOnceWithTheirPlaces() {
        List<String> problems = problems("""
                - id: Wrong Id
                  when: pod.phaze == "Failed"
                  cause: c
                  fix: f
                - id: b
                  whenn: "true"
                  cause: [a]
                  fix: f
                - id: c
                  when: "'text'"
                  evidence: "(["
                  cause: c
                  fix: f
                - just a word
                """);
        assertThat(problems)
                .anySatisfy(p -> assertThat(p)
                        .startsWith("own.yaml:1:7: 'Wrong Id' is not a valid id")
                        .endsWith("[SW020]"))
                .anySatisfy(p -> assertThat(p)
                        .startsWith("own.yaml:2:9: when: ")
                        .contains("phaze")
                        .endsWith("[SW040]"))
                .anySatisfy(p -> assertThat(p)
                        .startsWith("own.yaml:5:3: this rule has no when")
                        .endsWith("[SW012]"))
                .anySatisfy(p -> assertThat(p)
                        .startsWith("own.yaml:6:3: unknown key 'whenn'")
                        .endsWith("[SW010]"))
                .anySatisfy(p -> assertThat(p)
                        .startsWith("own.yaml:7:10: cause must be a text")
                        .endsWith("[SW011]"))
                .anySatisfy(p -> assertThat(p).startsWith("own.yaml:10:9: when: its value must be true or false"))
                .anySatisfy(p ->
                        assertThat(p).startsWith("own.yaml:11:13: evidence: ").endsWith("[SW016]"))
                .anySatisfy(p -> assertThat(p).startsWith("own.yaml:14:3: a rule has id, when, cause and fix"));
    }

    @Test
    void whatIsNoListIsRefused() {
        assertThat(problems("id: x")).singleElement().asString().startsWith("own.yaml:1:1: a rules file is a list");
        assertThat(problems("- [")).singleElement().asString().startsWith("own.yaml:");
        assertThat(problems("- {id: a, when: 'true', cause: c, fix: f}\n- {id: a, when: 'true', cause: c, fix: f}"))
                .singleElement()
                .asString()
                .contains("the id a is there twice");
    }

    private static List<String> problems(String text) {
        return catchThrowableOfType(
                        RuleFileException.class, () -> DiagnosisRules.standard().with("own.yaml", text))
                .problems()
                .stream()
                .map(Problem::toString)
                .toList();
    }
}
