package io.slipway.model.check;

import io.slipway.model.fleet.FleetTarget;
import io.slipway.model.fleet.FleetTargets;
import io.slipway.model.fleet.Inventory;
import io.slipway.model.spec.Binder;
import io.slipway.model.spec.LabelSelector;
import io.slipway.model.spec.Shapes;
import io.slipway.model.yaml.Place;
import io.slipway.model.yaml.YamlMap;
import io.slipway.model.yaml.YamlNode;
import io.slipway.model.yaml.YamlScalar;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the targets of a fleet. */
final class FleetTargetsCheck {
    private final PipelineFolder folder;
    private final YamlNode block;
    private final Problems problems;
    private final Map<String, Place> places = new LinkedHashMap<>();

    FleetTargetsCheck(PipelineFolder folder, YamlNode block, Problems problems) {
        this.folder = folder;
        this.block = block;
        this.problems = problems;
    }

    /** Where each target stands. */
    Map<String, Place> places() {
        return places;
    }

    List<FleetTarget> targets(FleetTargets written) {
        List<FleetTarget> all =
                written.inventory().map(file -> inventory(file.value())).orElseGet(() -> contexts(written.contexts()));
        List<FleetTarget> chosen =
                written.selector().map(text -> chosen(all, text)).orElse(all);
        if (chosen.isEmpty() && problems.told() == 0) {
            problems.add(
                    ProblemCode.NO_TARGETS,
                    block.place(),
                    all.isEmpty()
                            ? "the fleet has no targets"
                            : "none of the " + all.size() + " targets of the inventory matches the selector");
        }
        return chosen;
    }

    private List<FleetTarget> contexts(List<String> names) {
        names.forEach(name -> known(name, block.place()));
        return names.stream().map(FleetTarget::of).toList();
    }

    private void known(String name, Place place) {
        Place first = places.putIfAbsent(name, place);
        if (first != null) {
            problems.add(
                    ProblemCode.DUPLICATE_NAME,
                    place,
                    "target '" + name + "' is already defined on line " + first.line());
        }
    }

    private List<FleetTarget> inventory(String file) {
        Optional<YamlMap> root = read(file);
        if (root.isEmpty()) {
            return List.of();
        }
        int before = problems.told();
        new StructureCheck(problems).root(Shapes.block(Inventory.class), root.get(), "the inventory");
        if (problems.told() > before) {
            return List.of();
        }
        List<FleetTarget> targets = new ArrayList<>();
        for (YamlNode node : root.get().list("targets")) {
            FleetTarget target = Binder.read(FleetTarget.class, node.json());
            known(target.name(), node.place());
            targets.add(target);
        }
        return targets;
    }

    private Optional<YamlMap> read(String file) {
        FileIndex.Found found = new FileIndex(folder).find(file);
        if (found instanceof FileIndex.Missing missing) {
            problems.add(missing.code(), field("inventory").place(), missing.message());
            return Optional.empty();
        }
        try {
            return new LanguageFile(file, "an inventory", problems).plain(folder.read(file));
        } catch (IOException e) {
            problems.add(ProblemCode.UNREADABLE_FILE, field("inventory").place(), "'" + file + "' cannot be read");
            return Optional.empty();
        }
    }

    private List<FleetTarget> chosen(List<FleetTarget> all, String text) {
        try {
            LabelSelector selector = LabelSelector.parse(text);
            return all.stream()
                    .filter(target -> selector.matches(target.labels()))
                    .toList();
        } catch (IllegalArgumentException e) {
            problems.add(ProblemCode.BAD_SELECTOR, field("selector").place(), e.getMessage());
            return List.of();
        }
    }

    private YamlNode field(String key) {
        return block instanceof YamlMap map
                ? map.scalar(key).<YamlNode>map(YamlScalar.class::cast).orElse(block)
                : block;
    }
}
