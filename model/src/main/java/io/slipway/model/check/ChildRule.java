package io.slipway.model.check;

import io.slipway.model.action.Child;
import io.slipway.model.yaml.Place;
import io.slipway.model.yaml.YamlList;
import io.slipway.model.yaml.YamlMap;
import io.slipway.model.yaml.YamlNode;
import io.slipway.model.yaml.YamlReader;
import io.slipway.model.yaml.YamlScalar;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Child pipelines are there, take the parameters they are given, and do not run their parents. */
final class ChildRule implements Rule {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*");
    private static final int DEEPEST = 20;
    private static final int LONGEST = 1000;

    @Override
    public void check(CheckContext context) {
        for (Site.Block site : context.sites(Site.Block.class)) {
            if (site.shape().type() == Child.class) {
                path(site.node())
                        .ifPresent(path -> child(context, path).ifPresent(root -> {
                            given(context, site.node(), path, root);
                            List<String> line =
                                    new ArrayList<>(List.of(context.folder().name()));
                            recursion(context, context.folder(), path.text(), line, path.place());
                        }));
            }
        }
    }

    private static void given(CheckContext context, YamlNode block, YamlScalar path, YamlMap root) {
        GivenParams params = new GivenParams(context, root, "pipeline '" + path.text() + "'");
        Optional<YamlMap> map =
                Optional.of(block).filter(YamlMap.class::isInstance).map(YamlMap.class::cast);
        Optional<YamlNode> values = map.flatMap(keys -> keys.get("params"));
        Optional<YamlScalar> profile = map.flatMap(keys -> keys.scalar("profile"));
        values.ifPresent(params::values);
        profile.ifPresent(params::profile);
        params.missing(values, profile, path.place());
    }

    /** The file of the pipeline that a step starts, when it is there. */
    static Optional<YamlMap> started(PipelineFolder folder, StepView step) {
        return step.verb().equals("pipeline") ? childPath(step).flatMap(path -> root(folder, path)) : Optional.empty();
    }

    private static Optional<YamlMap> child(CheckContext context, YamlScalar path) {
        Optional<YamlMap> root = root(context.folder(), path.text());
        if (root.isEmpty()) {
            context.problem(
                    ProblemCode.NO_SUCH_PIPELINE,
                    path.place(),
                    "there is no pipeline '" + path.text() + "' next to this one"
                            + Suggestion.hint(path.text(), context.folder().siblings()));
        }
        return root;
    }

    private static Optional<YamlMap> root(PipelineFolder folder, String path) {
        if (path.length() > LONGEST || !NAME.matcher(path).matches()) {
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

    private static void recursion(
            CheckContext context, PipelineFolder folder, String path, List<String> line, Place place) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        boolean again = line.contains(name);
        line.add(name);
        if (again || line.size() > DEEPEST) {
            context.problem(
                    ProblemCode.PIPELINE_RECURSION,
                    place,
                    "pipelines run each other endlessly: " + String.join(" runs ", line));
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
        return step.action().flatMap(ChildRule::path).map(YamlScalar::text);
    }

    private static Optional<YamlScalar> path(YamlNode block) {
        return switch (block) {
            case YamlScalar scalar ->
                Optional.of(scalar).filter(path -> !path.json().isNull());
            case YamlMap map -> map.scalar("path");
            case YamlList list -> Optional.empty();
        };
    }
}
