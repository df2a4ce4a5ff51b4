package io.slipway.model.check;

import io.slipway.model.action.Child;
import io.slipway.model.yaml.Place;
import io.slipway.model.yaml.YamlMap;
import io.slipway.model.yaml.YamlNode;
import io.slipway.model.yaml.YamlReader;
import io.slipway.model.yaml.YamlScalar;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** Child pipelines are there, take the parameters they are given, and do not run their parents. */
final class ChildRule implements Rule {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*");
    private static final int DEEPEST = 20;

    @Override
    public void check(CheckContext context) {
        for (Site.Plain site : context.sites(Site.Plain.class)) {
            if (site.where().block() == Child.class
                    && site.field().key().equals("path")
                    && site.node() instanceof YamlScalar path) {
                child(context, path).ifPresent(root -> {
                    context.sites(Site.Plain.class).stream()
                            .filter(other -> other.where().block() == Child.class
                                    && Objects.equals(
                                            other.where().step(), site.where().step())
                                    && other.field().key().equals("params"))
                            .forEach(other -> params(context, path.text(), root, other.node()));
                    List<String> line = new ArrayList<>(List.of(context.folder().name()));
                    recursion(context, context.folder(), path.text(), line, path.place());
                });
            }
        }
    }

    private static Optional<YamlMap> child(CheckContext context, YamlScalar path) {
        Optional<YamlMap> root = root(context.folder(), path.text());
        if (root.isEmpty()) {
            context.problem(
                    ProblemCode.NO_SUCH_PIPELINE,
                    path.place(),
                    "there is no pipeline '" + path.text() + "' beside this one"
                            + Suggestion.hint(path.text(), context.folder().siblings()));
        }
        return root;
    }

    private static Optional<YamlMap> root(PipelineFolder folder, String path) {
        if (!NAME.matcher(path).matches()) {
            return Optional.empty();
        }
        try {
            PipelineFolder child = folder.sibling(path);
            return child.pipeline()
                    .flatMap(bytes -> YamlReader.read(path, bytes).root())
                    .filter(YamlMap.class::isInstance)
                    .map(YamlMap.class::cast);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static void params(CheckContext context, String child, YamlMap root, YamlNode given) {
        List<String> known = root.map("params").map(YamlMap::entries).orElse(List.of()).stream()
                .map(YamlMap.Entry::key)
                .toList();
        if (given instanceof YamlMap values) {
            values.entries().stream()
                    .filter(entry -> !known.contains(entry.key()))
                    .forEach(entry -> context.problem(
                            ProblemCode.UNKNOWN_PARAMETER,
                            entry.place(),
                            "pipeline '" + child + "' has no parameter '" + entry.key() + "'"
                                    + Suggestion.hint(entry.key(), known)));
        }
    }

    private static void recursion(
            CheckContext context, PipelineFolder folder, String path, List<String> line, Place place) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        boolean again = line.contains(name);
        line.add(name);
        if (again || line.size() > DEEPEST) {
            context.problem(
                    ProblemCode.PIPELINE_RECURSION,
                    place,
                    "pipelines run each other without end: " + String.join(" runs ", line));
            return;
        }
        root(folder, path)
                .map(ChildRule::children)
                .orElse(List.of())
                .forEach(next -> recursion(context, folder.sibling(path), next, new ArrayList<>(line), place));
    }

    /** The pipelines that the steps of a pipeline file start, as they are written. */
    static List<String> children(YamlMap root) {
        return Outline.of(root).steps().stream()
                .filter(step -> step.verb().equals("pipeline"))
                .flatMap(step -> childPath(step).stream())
                .distinct()
                .toList();
    }

    private static Optional<String> childPath(StepView step) {
        return step.action().flatMap(action -> switch (action) {
            case YamlScalar scalar -> Optional.of(scalar.text());
            case YamlMap map -> map.scalar("path").map(YamlScalar::text);
            default -> Optional.empty();
        });
    }
}
