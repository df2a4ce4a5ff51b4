package io.slipway.activities.rollout;

import io.slipway.activities.diagnosis.OwnRules;
import io.slipway.activities.step.Target;
import io.slipway.model.check.Checked;
import io.slipway.model.check.Checker;
import io.slipway.model.check.PipelineFolder;
import io.slipway.model.check.Problem;
import io.slipway.model.check.Suggestion;
import io.slipway.model.plan.Plan;
import io.slipway.model.plan.PlanInput;
import io.slipway.model.plan.Planned.Ready;
import io.slipway.model.plan.Planned.Refused;
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
    private final Optional<PipelineFolder> named;
    private final Optional<Checked> known;

    /**
     * Plans pipelines by their names.
     *
     * @param roots folders whose sub-folders are pipelines; the first that has the name wins
     * @param named a pipeline that somebody named himself; it comes before those of the folders
     */
    public FolderPlanning(List<Path> roots, Optional<PipelineFolder> named) {
        this(roots, named, Optional.empty());
    }

    private FolderPlanning(List<Path> roots, Optional<PipelineFolder> named, Optional<Checked> known) {
        this.roots = List.copyOf(roots);
        this.named = named;
        this.known = known;
    }

    /**
     * Plans a pipeline as it was when it was checked, and by their names those beside it. What a person was shown and
     * agreed to is what is carried out, whatever has happened to the folder since.
     */
    public static FolderPlanning of(Checked checked) {
        Path root = checked.folder().root();
        return new FolderPlanning(
                Optional.ofNullable(root.getParent()).stream().toList(),
                Optional.of(checked.folder()),
                Optional.of(checked));
    }

    @Override
    public Planned plan(RolloutInput input, Target target) {
        Optional<PipelineFolder> folder = find(input.pipeline());
        if (folder.isEmpty()) {
            return new Planned(
                    Optional.empty(),
                    List.of("this worker has no pipeline '" + input.pipeline() + "'"
                            + Suggestion.among(input.pipeline(), names())));
        }
        Checked checked =
                known.filter(one -> one.folder().equals(folder.get())).orElseGet(() -> Checker.check(folder.get()));
        Optional<String> profile = Optional.of(input.profile()).filter(name -> !name.isEmpty());
        return switch (Planner.plan(checked, new PlanInput(profile, Map.of(), Map.of(), input.params()))) {
            case Refused refused -> new Planned(Optional.empty(), lines(refused.problems()));
            case Ready ready -> {
                List<Problem> wrong = OwnRules.problems(checked);
                yield wrong.isEmpty() ? shaped(ready, input) : new Planned(Optional.empty(), lines(wrong));
            }
        };
    }

    private static Planned shaped(Ready ready, RolloutInput input) {
        List<String> problems = new ArrayList<>();
        Plan plan = PlanShape.of(ready.plan(), input, problems);
        return problems.isEmpty()
                ? new Planned(Optional.of(plan), lines(ready.warnings()))
                : new Planned(Optional.empty(), problems);
    }

    private static List<String> lines(List<Problem> problems) {
        return problems.stream().map(Problem::toString).toList();
    }

    /** A name is never a path: the input may come from the Temporal UI. */
    private Optional<PipelineFolder> find(String name) {
        if (named.filter(folder -> folder.name().equals(name)).isPresent()) {
            return named;
        }
        if (!name.matches("[a-z0-9][a-z0-9-]*")) {
            return Optional.empty();
        }
        return roots.stream()
                .map(root -> root.resolve(name))
                .filter(folder -> Files.isRegularFile(folder.resolve(PipelineFolder.FILE)))
                .findFirst()
                .map(PipelineFolder::at);
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
