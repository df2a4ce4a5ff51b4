package io.slipway.cli.pipelines;

import io.slipway.activities.rollout.Planning;
import io.slipway.activities.step.Target;
import io.slipway.model.check.Checker;
import io.slipway.model.check.PipelineFolder;
import io.slipway.model.check.Problem;
import io.slipway.model.plan.PlanInput;
import io.slipway.model.plan.Planner;
import io.slipway.workflows.contract.RolloutInput;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans pipelines of this machine: by name in the pipeline folders, or one that the command line named itself. */
public final class LocalPlanning implements Planning {
    private final List<Path> folders;
    private final Optional<PipelineFolder> named;

    /**
     * Plans of these folders.
     *
     * @param folders folders whose sub-folders are pipelines
     * @param named the pipeline of the command line; found by its name before those of the folders
     */
    public LocalPlanning(List<Path> folders, Optional<PipelineFolder> named) {
        this.folders = List.copyOf(folders);
        this.named = named;
    }

    @Override
    public Planned plan(RolloutInput input, Target target) {
        Optional<PipelineFolder> folder = find(input.pipeline());
        if (folder.isEmpty()) {
            return new Planned(
                    Optional.empty(),
                    List.of("there is no pipeline '" + input.pipeline() + "' in " + folders + "; there are "
                            + names()));
        }
        Optional<String> profile = Optional.of(input.profile()).filter(name -> !name.isEmpty());
        PlanInput values = new PlanInput(profile, Map.of(), Map.of(), input.params());
        return switch (Planner.plan(Checker.check(folder.get()), values)) {
            case io.slipway.model.plan.Planned.Ready ready ->
                new Planned(Optional.of(ready.plan()), lines(ready.warnings()));
            case io.slipway.model.plan.Planned.Refused refused ->
                new Planned(Optional.empty(), lines(refused.problems()));
        };
    }

    private static List<String> lines(List<Problem> problems) {
        return problems.stream().map(Problem::toString).toList();
    }

    /** A name is never a path: the input may come from the Temporal UI. */
    private Optional<PipelineFolder> find(String name) {
        if (named.isPresent() && named.get().name().equals(name)) {
            return named;
        }
        if (!name.matches("[a-z0-9][a-z0-9-]*")) {
            return Optional.empty();
        }
        return folders.stream()
                .map(folder -> folder.resolve(name))
                .filter(folder -> Files.isRegularFile(folder.resolve(PipelineFolder.FILE)))
                .map(PipelineFolder::at)
                .findFirst();
    }

    private List<String> names() {
        return folders.stream()
                .filter(Files::isDirectory)
                .flatMap(folder -> children(folder).stream())
                .sorted()
                .toList();
    }

    private static List<String> children(Path folder) {
        try (var paths = Files.list(folder)) {
            return paths.filter(path -> Files.isRegularFile(path.resolve(PipelineFolder.FILE)))
                    .map(path -> path.getFileName().toString())
                    .toList();
        } catch (java.io.IOException e) {
            return List.of();
        }
    }
}
