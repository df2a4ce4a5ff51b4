package io.slipway.model.reference;

import io.slipway.model.action.Action;
import io.slipway.model.action.Check;
import io.slipway.model.check.ProblemCode;
import io.slipway.model.check.ProblemDoc;
import io.slipway.model.pipeline.Defaults;
import io.slipway.model.pipeline.ParamSpec;
import io.slipway.model.pipeline.Pipeline;
import io.slipway.model.pipeline.Retry;
import io.slipway.model.pipeline.Schedule;
import io.slipway.model.pipeline.Stage;
import io.slipway.model.pipeline.Step;
import io.slipway.model.pipeline.Undo;
import io.slipway.model.spec.Field;
import io.slipway.model.spec.Shape;
import io.slipway.model.spec.Shapes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Explains a verb ({@code deploy}), a key of one ({@code deploy.manifests}, {@code testJob.flinkRun.jar}), a block of the
 * file ({@code pipeline}, {@code stage}, {@code step.when}, {@code check}) or a kind of problem ({@code SW010}).
 */
public final class Explain {
    private static final Map<String, Class<?>> BLOCKS = blocks();

    private Explain() {}

    /** The explanation as plain text; empty when there is no such topic. */
    public static Optional<String> of(String topic) {
        Optional<ProblemCode> code = ProblemCode.byCode(topic);
        if (code.isPresent()) {
            return Optional.of(problem(code.get()));
        }
        List<String> path = List.of(topic.split("\\."));
        Optional<Shape> start = block(path.get(0));
        return start.flatMap(shape -> walk(topic, shape, path.subList(1, path.size())));
    }

    /** Names that can be explained, for suggestions: blocks, verbs and codes. */
    public static List<String> topics() {
        return Stream.of(
                        BLOCKS.keySet().stream(),
                        Shapes.union(Action.class).members().keySet().stream(),
                        Stream.of(ProblemCode.values()).map(ProblemCode::code))
                .flatMap(names -> names)
                .distinct()
                .toList();
    }

    private static Map<String, Class<?>> blocks() {
        Map<String, Class<?>> blocks = new LinkedHashMap<>();
        blocks.put("pipeline", Pipeline.class);
        blocks.put("stage", Stage.class);
        blocks.put("step", Step.class);
        blocks.put("check", Check.class);
        blocks.put("param", ParamSpec.class);
        blocks.put("defaults", Defaults.class);
        blocks.put("retry", Retry.class);
        blocks.put("undo", Undo.class);
        blocks.put("schedule", Schedule.class);
        return blocks;
    }

    private static Optional<Shape> block(String name) {
        if (BLOCKS.containsKey(name)) {
            return Optional.of(Shapes.of(BLOCKS.get(name)));
        }
        return Optional.ofNullable(Shapes.union(Action.class).members().get(name));
    }

    private static Optional<String> walk(String topic, Shape shape, List<String> path) {
        Shape inner = inner(shape);
        if (!(inner instanceof Shape.Block block)) {
            return Optional.empty();
        }
        if (path.isEmpty()) {
            return Optional.of(ExplainText.block(topic, block));
        }
        Optional<Field> field = block.field(path.get(0));
        Shape next = block.keys().get(path.get(0));
        if (next == null) {
            return Optional.empty();
        }
        return path.size() == 1 && field.isPresent()
                ? Optional.of(ExplainText.field(topic, field.get(), inner(next)))
                : walk(topic, next, path.subList(1, path.size()));
    }

    private static Shape inner(Shape shape) {
        return switch (shape) {
            case Shape.ListOf list -> inner(list.element());
            case Shape.MapOf map -> inner(map.value());
            case Shape.Any any -> any;
            case Shape.Scalar scalar -> scalar;
            case Shape.Choice choice -> choice;
            case Shape.Block block -> block;
            case Shape.Union union -> union;
        };
    }

    private static String problem(ProblemCode code) {
        ProblemDoc doc = code.doc();
        return code.code() + ": " + doc.title() + "\n\n" + doc.explanation() + "\n\nWrong:\n"
                + doc.wrong().indent(2) + "\nRight:\n" + doc.right().indent(2);
    }
}
