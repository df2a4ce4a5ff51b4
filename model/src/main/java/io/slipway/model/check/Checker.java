package io.slipway.model.check;

import io.slipway.model.expr.Declarations;
import io.slipway.model.expr.Expressions;
import io.slipway.model.pipeline.Pipeline;
import io.slipway.model.spec.Shapes;
import io.slipway.model.yaml.Place;
import io.slipway.model.yaml.YamlMap;
import io.slipway.model.yaml.YamlNode;
import io.slipway.model.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;

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
            problems.add(ProblemCode.NO_PIPELINE, Place.startOf(folder.file()), folder.missing());
            return unread(folder, problems);
        }
        return new LanguageFile(folder.file(), "a pipeline", problems)
                .versioned(bytes.get())
                .map(root -> rules(folder, root, problems))
                .orElseGet(() -> unread(folder, problems));
    }

    /**
     * Loads and exercises what checking needs, so that the first check is as fast as later ones. It may run beside code
     * that does not use this module.
     */
    public static void warm() {
        String text =
                "slipway: v1\npipeline: p\nstages:\n  - stage: \"a\"\n    steps: [{ step: b, validate: { checks: [] } }]\n";
        YamlNode root = YamlReader.read("pipeline.yaml", text.getBytes(StandardCharsets.UTF_8))
                .root()
                .orElseThrow();
        new StructureCheck(new Problems()).root(Shapes.block(Pipeline.class), root, "the pipeline");
    }

    /** The same for what {@link #warm()} leaves out, on another thread. */
    public static void warmExpressions() {
        Expressions.compile(
                "[1].exists(x, x == n) && 'a-b' != ''", Declarations.none().withVariable("n", "int"));
    }

    private static Checked rules(PipelineFolder folder, YamlMap root, Problems problems) {
        StructureCheck structure = new StructureCheck(problems);
        structure.root(Shapes.block(Pipeline.class), root, "the pipeline");
        CheckContext context = new CheckContext(folder, Outline.of(root), structure.sites(), problems);
        GuideRule guide = new GuideRule();
        List<Rule> rules = List.of(
                new NameRule(),
                new GraphRule(),
                new ParamRule(),
                new TemplateRule(),
                new ValueRule(),
                new ScheduleRule(),
                new InvariantRule(),
                new FileRule(),
                new TargetRule(),
                new ChildRule(),
                new NoticeRule(),
                new SecretRule(),
                new ManifestRule(),
                new HelmValuesRule(),
                new ImageRule(),
                new LooseBraces(),
                guide);
        // compiling the conditions takes as long as all the rest
        CheckContext beside = context.beside();
        ForkJoinTask<?> conditions = ForkJoinPool.commonPool().submit(() -> new ConditionRule().check(beside));
        rules.forEach(rule -> rule.check(context));
        conditions.join();
        context.add(beside);
        new UnusedRule().check(context);
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
}
