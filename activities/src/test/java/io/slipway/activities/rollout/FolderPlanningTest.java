package io.slipway.activities.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.model.check.Checker;
import io.slipway.model.check.PipelineFolder;
import io.slipway.model.plan.PlannedStep;
import io.slipway.workflows.contract.RolloutInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which state of a folder a plan is made of. */
class FolderPlanningTest {
    @TempDir
    private Path root;

    @BeforeEach
    void one() throws IOException {
        Files.createDirectory(root.resolve("shop"));
        write("one");
    }

    @Test
    void aCheckedPipelineIsPlannedAsItWasShown() throws IOException {
        FolderPlanning planning = FolderPlanning.of(Checker.check(PipelineFolder.at(root.resolve("shop"))));
        write("another");

        assertThat(steps(planning)).containsExactly("one");
    }

    @Test
    void aFolderIsPlannedAsItIs() throws IOException {
        FolderPlanning planning = new FolderPlanning(List.of(root), Optional.empty());
        write("another");

        assertThat(steps(planning)).containsExactly("another");
    }

    private void write(String step) throws IOException {
        Files.writeString(root.resolve("shop").resolve(PipelineFolder.FILE), """
                slipway: v1
                pipeline: shop
                stages:
                  - stage: only
                    steps:
                      - step: %s
                        approve: { message: go on? }
                """.formatted(step));
    }

    private static List<String> steps(FolderPlanning planning) {
        return planning.plan(RolloutInput.of("shop"), null).plan().orElseThrow().steps().stream()
                .map(PlannedStep::name)
                .toList();
    }
}
