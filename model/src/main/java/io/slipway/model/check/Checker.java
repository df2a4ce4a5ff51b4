package io.slipway.model.check;

import io.slipway.model.expr.Declarations;
import io.slipway.model.expr.Expressions;
import io.slipway.model.pipeline.Pipeline;
import io.slipway.model.spec.Shapes;
import io.slipway.model.yaml.Place;
import io.slipway.model.yaml.YamlFile;
import io.slipway.model.yaml.YamlMap;
import io.slipway.model.yaml.YamlNode;
import io.slipway.model.yaml.YamlProblem;
import io.slipway.model.yaml.YamlReader;
import io.slipway.model.yaml.YamlScalar;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds every mistake of a pipeline at once. Reads files of its folder only, runs nothing, asks no cluster. */
public final class Checker {
    /** The language versions this Slipway knows, the newest last. */
    public static final List<String> LANGUAGES = List.of("v1");

    private Checker() {}

    /** Checks the pipeline of a folder. Whatever the files hold, it answers with problems and never with an exception. */
    public static Checked check(PipelineFolder folder) {
        Problems problems = new Problems();
        Optional<byte[]> bytes = folder.pipeline();
        if (bytes.isEmpty()) {
            problems.add(
                    ProblemCode.NO_PIPELINE,
                    Place.startOf(folder.file()),
                    "there is no " + folder.file() + " in the folder " + folder.name());
            return unread(folder, problems);
        }
        YamlFile file = YamlReader.read(folder.file(), bytes.get());
        file.problems().forEach(problem -> problems.add(code(problem.kind()), problem.place(), problem.message()));
        boolean broken = file.problems().stream().anyMatch(problem -> endsReading(problem.kind()));
        YamlNode root = file.root().orElse(null);
        if (broken) {
            return unread(folder, problems);
        }
        if (root instanceof YamlMap map && language(map, problems)) {
            return rules(folder, map, problems);
        }
        if (!(root instanceof YamlMap)) {
            problems.add(
                    ProblemCode.WRONG_TYPE,
                    root == null ? Place.startOf(folder.file()) : root.place(),
                    "a pipeline is a map that begins with 'slipway: v1'");
        }
        return unread(folder, problems);
    }

    /**
     * Loads and exercises what checking needs, so that the first check is as fast as later ones. It may run beside code
     * that does not use this module.
     */
    public static void warm() {
        String text = "stages: [{ stage: a, steps: [{ step: b, validate: { checks: [] } }] }]\nd:\n  - \"e\"\n";
        YamlNode root = YamlReader.read("pipeline.yaml", text.getBytes(StandardCharsets.UTF_8))
                .root()
                .orElseThrow();
        new StructureCheck(new Problems()).pipeline(Shapes.block(Pipeline.class), (YamlMap) root);
        Expressions.compile(
                "[1].exists(x, x == n) && 'a-b' != ''", Declarations.none().withVariable("n", "int"));
    }

    private static Checked rules(PipelineFolder folder, YamlMap root, Problems problems) {
        StructureCheck structure = new StructureCheck(problems);
        structure.pipeline(Shapes.block(Pipeline.class), root);
        CheckContext context = new CheckContext(folder, Outline.of(root), structure.sites(), problems);
        GuideRule guide = new GuideRule();
        List<Rule> rules = List.of(
                new NameRule(),
                new GraphRule(),
                new ParamRule(),
                new ValueRule(),
                new InvariantRule(),
                new FileRule(),
                new TargetRule(),
                new ChildRule(),
                new ExpressionRule(),
                new NoticeRule(),
                new ManifestRule(),
                guide,
                new UnusedRule());
        rules.forEach(rule -> rule.check(context));
        return new Checked(
                folder,
                Optional.of(root),
                problems.sorted(),
                context.uses(),
                context.reads(),
                guide.index(),
                guide.carriers());
    }

    /** What is known of a file whose rules could not be applied. */
    private static Checked unread(PipelineFolder folder, Problems problems) {
        return new Checked(folder, Optional.empty(), problems.sorted(), Map.of(), Map.of(), Optional.empty(), Map.of());
    }

    /** Whether the file is of a version this Slipway knows; a newer one is not checked any further. */
    private static boolean language(YamlMap root, Problems problems) {
        Optional<YamlScalar> version = root.scalar("slipway");
        if (version.isEmpty() || LANGUAGES.contains(version.get().text())) {
            return true;
        }
        boolean newer = version.get().text().matches("v[1-9][0-9]*");
        problems.add(
                ProblemCode.LANGUAGE_VERSION,
                version.get().place(),
                newer
                        ? "this pipeline needs a Slipway that knows the language "
                                + version.get().text() + "; this one knows " + String.join(", ", LANGUAGES)
                        : "'" + version.get().text() + "' is no version of the language: write v1");
        return !newer;
    }

    private static boolean endsReading(YamlProblem.Kind kind) {
        return switch (kind) {
            case SYNTAX, TOO_LARGE, ENCODING -> true;
            case DUPLICATE_KEY, UNSUPPORTED -> false;
        };
    }

    private static ProblemCode code(YamlProblem.Kind kind) {
        return switch (kind) {
            case SYNTAX -> ProblemCode.SYNTAX;
            case DUPLICATE_KEY -> ProblemCode.DUPLICATE_KEY;
            case TOO_LARGE -> ProblemCode.TOO_LARGE;
            case ENCODING -> ProblemCode.ENCODING;
            case UNSUPPORTED -> ProblemCode.UNSUPPORTED_YAML;
        };
    }
}
