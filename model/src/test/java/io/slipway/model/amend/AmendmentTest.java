package io.slipway.model.amend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import io.slipway.model.check.Checker;
import io.slipway.model.check.PipelineFolder;
import io.slipway.model.plan.Plan;
import io.slipway.model.plan.PlanInput;
import io.slipway.model.plan.Planned;
import io.slipway.model.plan.Planner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What corrections of a pipeline come to, step by step. */
class AmendmentTest {
    private static final String PIPELINE = """
            slipway: v1
            pipeline: shop
            params:
              size: { type: integer, default: 1 }
            stages:
              - stage: base
                steps:
                  - step: first
                    deploy: { manifests: [first.yaml] }
                  - step: second
                    deploy: { manifests: [second.yaml] }
              - stage: beside
                needs: []
                steps:
                  - step: alone
                    sleep: { for: 1s }
              - stage: late
                needs: [base]
                steps:
                  - step: last
                    retry: { attempts: 1 }
                    waitReady: { of: first }
            """;

    @TempDir
    private Path folder;

    private Plan before;

    @BeforeEach
    void write() throws IOException {
        manifest("first.yaml", "a: b");
        manifest("second.yaml", "size: \"${{ params.size }}\"");
        before = plan(PIPELINE, Map.of());
    }

    private void manifest(String name, String data) throws IOException {
        String text = "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: " + name.replace(".yaml", "")
                + " }\ndata:\n  " + data + "\n";
        Files.createDirectories(folder.resolve("shop"));
        Files.write(folder.resolve("shop").resolve(name), text.getBytes(UTF_8));
    }

    private Plan plan(String text, Map<String, JsonNode> params) throws IOException {
        Files.createDirectories(folder.resolve("shop"));
        Path file = folder.resolve("shop/pipeline.yaml");
        Files.write(file, text.getBytes(UTF_8));
        return switch (Planner.plan(Checker.check(PipelineFolder.at(folder.resolve("shop"))), PlanInput.of(params))) {
            case Planned.Ready ready -> ready.plan();
            case Planned.Refused refused ->
                throw new AssertionError(refused.problems().toString());
        };
    }

    private List<String> after(String from, String to) throws IOException {
        return said(plan(PIPELINE.replace(from, to), Map.of()));
    }

    private List<String> said(Plan after) {
        return Amendment.between(before, after).stream()
                .map(StepDifference::display)
                .toList();
    }

    @Test
    void nothingIsDifferentOfTheSame() throws IOException {
        assertThat(after("xx", "yy")).containsExactly("kept first", "kept second", "kept alone", "kept last");
    }

    @Test
    void aStepDependsOnTheParametersThatItSubstitutes() throws IOException {
        String pipeline = PIPELINE.replace("[first.yaml] }", "[first.yaml], substitute: [size] }");
        manifest("first.yaml", "a: \"${size}\"");
        before = plan(pipeline, Map.of());
        assertThat(said(plan(pipeline, Map.of("size", IntNode.valueOf(2)))))
                .contains("changed first (parameter 'size': 1 → 2)");
    }

    @Test
    void whatFollowsAChangedStepRunsAgainAndWhatIsBesideItDoesNot() throws IOException {
        manifest("first.yaml", "a: c");
        assertThat(said(plan(PIPELINE, Map.of())))
                .containsExactly(
                        "changed first (first.yaml)",
                        "again second (follows first)",
                        "kept alone",
                        "again last (follows stage base)");
    }

    @Test
    void aParameterThatAManifestReadsChangesItsStepOnly() throws IOException {
        assertThat(said(plan(PIPELINE, Map.of("size", IntNode.valueOf(2)))))
                .containsExactly(
                        "kept first",
                        "changed second (parameter 'size': 1 → 2)",
                        "kept alone",
                        "again last (follows stage base)");
    }

    @Test
    void triesTimeOutsAndTextsChangeNothing() throws IOException {
        assertThat(after("retry: { attempts: 1 }", "timeout: 3m\n        description: waits\n        onFailure: fail"))
                .allMatch(line -> line.startsWith("kept"));
    }

    @Test
    void aStepThatIsGoneComesLast() throws IOException {
        assertThat(after("      - step: second\n        deploy: { manifests: [second.yaml] }\n", ""))
                .containsExactly("kept first", "kept alone", "again last (follows stage base)", "gone second");
    }

    @Test
    void aNewStepMovesWhatFollowsIt() throws IOException {
        assertThat(after(
                        "      - step: second",
                        "      - step: between\n        sleep: { for: 1s }\n      - step: second"))
                .containsExactly(
                        "kept first",
                        "new between",
                        "again second (follows between)",
                        "kept alone",
                        "again last (follows stage base)");
    }

    @Test
    void anotherOrderOfStagesIsSaid() throws IOException {
        assertThat(after("needs: [base]", "needs: [base, beside]"))
                .containsExactly(
                        "kept first", "kept second", "kept alone", "again last (its stage follows base, beside)");
    }
}
