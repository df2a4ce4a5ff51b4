package io.slipway.worker.fleet;

import io.slipway.model.check.FleetChecker;
import io.slipway.model.check.PipelineFolder;
import io.slipway.model.plan.FleetPlanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Fleets in folders of the worker: a fleet is a folder with a {@code fleet.yaml}, named like the folder. */
public final class FolderFleetPlanning implements FleetPlanning {
    private final List<Path> roots;
    private final Optional<PipelineFolder> named;

    /**
     * Plans fleets by their names.
     *
     * @param roots folders whose sub-folders are fleets; the first that has the name wins
     * @param named a fleet that somebody named himself; it comes before those of the folders
     */
    public FolderFleetPlanning(List<Path> roots, Optional<PipelineFolder> named) {
        this.roots = List.copyOf(roots);
        this.named = named;
    }

    @Override
    public Optional<FleetPlanner.Planned> plan(String fleet) {
        return named.filter(folder -> folder.name().equals(fleet))
                .or(() -> find(fleet))
                .map(FleetPlanner::plan);
    }

    /** A name is never a path: the input may come from the Temporal UI. */
    private Optional<PipelineFolder> find(String name) {
        if (!name.matches("[a-z0-9][a-z0-9-]*")) {
            return Optional.empty();
        }
        return roots.stream()
                .map(root -> root.resolve(name))
                .filter(folder -> Files.isRegularFile(folder.resolve(FleetChecker.FILE)))
                .findFirst()
                .map(FleetChecker::folder);
    }

    @Override
    public List<String> names() {
        return roots.stream()
                .filter(Files::isDirectory)
                .flatMap(FolderFleetPlanning::fleets)
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<String> fleets(Path root) {
        try (Stream<Path> entries = Files.list(root)) {
            return entries
                    .filter(entry -> Files.isRegularFile(entry.resolve(FleetChecker.FILE)))
                    .map(entry -> entry.getFileName().toString())
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the fleets in " + root, e);
        }
    }
}
