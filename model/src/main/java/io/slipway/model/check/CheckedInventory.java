package io.slipway.model.check;

import io.slipway.model.fleet.FleetTarget;
import io.slipway.model.fleet.FleetTargets;
import io.slipway.model.spec.FilePath;
import io.slipway.model.yaml.Place;
import io.slipway.model.yaml.YamlMap;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * An inventory by itself, without a fleet, for a worker that is to serve its targets.
 *
 * @param targets those that were chosen; none when there are problems
 * @param problems every mistake, sorted by place; one when nothing was chosen
 */
public record CheckedInventory(List<FleetTarget> targets, List<Problem> problems) {
    public CheckedInventory {
        targets = List.copyOf(targets);
        problems = List.copyOf(problems);
    }

    /** Reads a file as a fleet would; without a selector all its targets are chosen. */
    public static CheckedInventory read(Path file, Optional<String> selector) {
        Path absolute = file.toAbsolutePath().normalize();
        String name = absolute.getFileName().toString();
        PipelineFolder folder = new PipelineFolder(absolute.getParent(), name);
        Problems problems = new Problems();
        YamlMap nowhere = new YamlMap(Place.startOf(name), List.of());
        List<FleetTarget> chosen = new FleetTargetsCheck(folder, nowhere, problems)
                .targets(new FleetTargets(List.of(), Optional.of(new FilePath(name)), selector));
        return new CheckedInventory(problems.told() == 0 ? chosen : List.of(), problems.sorted());
    }
}
