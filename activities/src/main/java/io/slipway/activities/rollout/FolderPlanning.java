package io.slipway.activities.rollout;

import io.slipway.activities.step.Target;
import io.slipway.model.check.Checked;
import io.slipway.model.check.Checker;
import io.slipway.model.check.PipelineFolder;
import io.slipway.model.check.Problem;
import io.slipway.model.plan.Plan;
import io.slipway.model.plan.PlanInput;
import io.slipway.model.plan.Planner;
import io.slipway.workflows.contract.RolloutInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Pipelines in folders of the worker: a pipeline is a folder with a {@code pipeline.yaml}, named like the folder. */
public final class FolderPlanning implements Planning {
    private final List<Path> roots;

    /** Pipelines below these folders; the first that has the name wins. */
    public FolderPlanning(List<Path> roots) {
        this.roots = List.copyOf(roots);
    }

    @Override
    public Planned plan(RolloutInput input, Target target) {
        Optional<Path> folder = find(input.pipeline());
        if (folder.isEmpty()) {
            return new Planned(
                    Optional.empty(),
                    List.of("this worker has no pipeline '" + input.pipeline() + "'; it has "
                            + String.join(", ", names())));
        }
        Checked checked = Checker.check(PipelineFolder.at(folder.get()));
        Optional<String> profile = Optional.of(input.profile()).filter(name -> !name.isEmpty());
        return switch (Planner.plan(checked, new PlanInput(profile, Map.of(), Map.of(), input.params()))) {
            case io.slipway.model.plan.Planned.Refused refused ->
                new Planned(Optional.empty(), lines(refused.problems()));
            case io.slipway.model.plan.Planned.Ready ready -> shaped(ready, input);
        };
    }

    private static Planned shaped(io.slipway.model.plan.Planned.Ready ready, RolloutInput input) {
        List<String> problems = new ArrayList<>();
        Plan plan = PlanShape.of(ready.plan(), input, problems);
        return problems.isEmpty()
                ? new Planned(Optional.of(plan), lines(ready.warnings()))
                : new Planned(Optional.empty(), problems);
    }

    private static List<String> lines(List<Problem> problems) {
        return problems.stream().map(Problem::toString).toList();
    }

    private Optional<Path> find(String name) {
        if (!name.matches("[a-z0-9][a-z0-9-]*")) {
            return Optional.empty();
        }
        return roots.stream()
                .map(root -> root.resolve(name))
                .filter(folder -> Files.isRegularFile(folder.resolve(PipelineFolder.FILE)))
                .findFirst();
    }

    private List<String> names() {
        return roots.stream()
                .filter(Files::isDirectory)
                .flatMap(FolderPlanning::pipelines)
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<String> pipelines(Path root) {
        try (Stream<Path> entries = Files.list(root)) {
            return entries
                    .filter(entry -> Files.isRegularFile(entry.resolve(PipelineFolder.FILE)))
                    .map(entry -> entry.getFileName().toString())
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the pipelines in " + root, e);
        }
    }
}
