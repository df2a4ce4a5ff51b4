package io.slipway.model.check;

import io.slipway.model.fleet.Fleet;
import io.slipway.model.fleet.FleetTarget;
import io.slipway.model.fleet.Share;
import io.slipway.model.spec.BindException;
import io.slipway.model.spec.Binder;
import io.slipway.model.spec.Shapes;
import io.slipway.model.yaml.Place;
import io.slipway.model.yaml.YamlMap;
import io.slipway.model.yaml.YamlNode;
import io.slipway.model.yaml.YamlScalar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds every mistake of a fleet at once, with those of its pipeline. Asks no cluster. */
public final class FleetChecker {
    /** The usual name of the fleet file. */
    public static final String FILE = "fleet.yaml";

    private final PipelineFolder folder;
    private final Problems problems = new Problems();

    private FleetChecker(PipelineFolder folder) {
        this.folder = folder;
    }

    /** The folder of a fleet at a path, which may also be that of its file. */
    public static PipelineFolder folder(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        return Files.isRegularFile(absolute) ? PipelineFolder.at(absolute) : new PipelineFolder(absolute, FILE);
    }

    /** Checks the fleet of a folder. Whatever the files hold, it answers with problems and never with an exception. */
    public static CheckedFleet check(PipelineFolder folder) {
        return new FleetChecker(folder).check();
    }

    private CheckedFleet check() {
        Optional<YamlMap> root = folder.pipeline()
                .flatMap(bytes -> new LanguageFile(folder.file(), "a fleet", problems).versioned(bytes));
        if (folder.pipeline().isEmpty()) {
            problems.add(ProblemCode.NO_FLEET, Place.startOf(folder.file()), folder.missing());
        }
        return root.map(this::check).orElseGet(() -> unread(folder.name()));
    }

    private CheckedFleet unread(String name) {
        return new CheckedFleet(name, Optional.empty(), Optional.empty(), List.of(), Map.of(), problems.sorted());
    }

    private CheckedFleet check(YamlMap root) {
        String name = root.scalar("fleet").map(YamlScalar::text).orElse(folder.name());
        new StructureCheck(problems).root(Shapes.block(Fleet.class), root, "the fleet");
        root.scalar("fleet").ifPresent(written -> NameRule.folder("fleet", written, folder.name(), problems));
        Optional<Fleet> fleet = problems.told() == 0 ? fleet(root) : Optional.empty();
        if (fleet.isEmpty()) {
            return unread(name);
        }
        YamlNode targets = root.get("targets").orElseThrow();
        FleetTargetsCheck targetsCheck = new FleetTargetsCheck(folder, targets, problems);
        List<FleetTarget> chosen = targetsCheck.targets(fleet.get().targets());
        waves(root, chosen.size());
        root.scalar("maxFailures").ifPresent(this::share);
        Optional<Checked> pipeline = pipeline(root.scalar("pipeline").orElseThrow());
        return new CheckedFleet(name, fleet, pipeline, chosen, targetsCheck.places(), problems.sorted());
    }

    private Optional<Fleet> fleet(YamlMap root) {
        try {
            return Optional.of(Binder.read(Fleet.class, root.json()));
        } catch (BindException refused) {
            String why = refused.isInvariant() ? refused.getCause().getMessage() : refused.getMessage();
            problems.add(ProblemCode.BAD_VALUE, root.place(), String.valueOf(why));
            return Optional.empty();
        }
    }

    private void waves(YamlMap root, int targets) {
        List<Share> shares = new ArrayList<>();
        YamlNode block = root.get("waves").orElseThrow();
        List<? extends YamlNode> written = block instanceof YamlScalar one ? List.of(one) : root.list("waves");
        for (YamlNode node : written) {
            if (node instanceof YamlScalar scalar) {
                share(scalar).ifPresent(share -> {
                    shares.add(share);
                    if (share.number() == 0) {
                        problems.add(ProblemCode.BAD_SHARE, node.place(), "a wave must have at least one target");
                    }
                });
            }
        }
        int left = targets
                - Share.sizes(shares, targets).stream()
                        .mapToInt(Integer::intValue)
                        .sum();
        if (left > 0 && shares.size() == written.size()) {
            problems.add(
                    ProblemCode.WAVES_LEAVE_OUT,
                    block.place(),
                    "the waves leave out " + left + " of " + targets + " targets: end them with 100%");
        }
    }

    private Optional<Share> share(YamlScalar scalar) {
        try {
            return Optional.of(Share.parse(scalar.text()));
        } catch (IllegalArgumentException e) {
            problems.add(ProblemCode.BAD_SHARE, scalar.place(), e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<Checked> pipeline(YamlScalar written) {
        Optional<PipelineFolder> found = Optional.of(written.text())
                .filter(name -> name.matches("[a-z][a-z0-9-]*"))
                .map(folder::sibling)
                .filter(sibling -> sibling.pipeline().isPresent());
        if (found.isEmpty()) {
            problems.add(
                    ProblemCode.NO_SUCH_PIPELINE,
                    written.place(),
                    "there is no pipeline '" + written.text() + "' next to the fleet's folder"
                            + Suggestion.hint(written.text(), folder.siblings()));
            return Optional.empty();
        }
        Checked checked = Checker.check(found.get());
        checked.problems().forEach(problem -> problems.add(problem.code(), problem.place(), problem.message()));
        return Optional.of(checked);
    }
}
