package io.slipway.model.check;

import io.slipway.model.action.Action;
import io.slipway.model.expr.Names;
import io.slipway.model.spec.Scalars;
import io.slipway.model.spec.Shape;
import io.slipway.model.spec.Shapes;
import io.slipway.model.spec.Verb;
import io.slipway.model.yaml.Place;
import io.slipway.model.yaml.YamlMap;
import io.slipway.model.yaml.YamlNode;
import io.slipway.model.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;

/**
 * A step of the file, as far as it can be understood.
 *
 * @param name its name, or an empty text
 * @param node its block
 * @param stage index of its stage, or -1 for a step of {@code finally}
 * @param index its place among the steps of its stage
 * @param verb key of its verb, or an empty text
 */
public record StepView(String name, YamlMap node, int stage, int index, String verb) {
    /** Reads a step of that stage and place. */
    public static StepView of(YamlMap node, int stage, int index) {
        Shape.Union verbs = Shapes.union(Action.class);
        String verb = node.entries().stream()
                .map(YamlMap.Entry::key)
                .filter(verbs.keys()::contains)
                .findFirst()
                .orElse("");
        return new StepView(node.scalar("step").map(YamlScalar::text).orElse(""), node, stage, index, verb);
    }

    /** Whether it stands under {@code finally}. */
    public boolean isFinally() {
        return stage < 0;
    }

    /** Its name in expressions. */
    public String expressionName() {
        return Names.inExpressions(name);
    }

    /** Where its name stands. */
    public Place place() {
        return node.entry("step").map(entry -> entry.value().place()).orElse(node.place());
    }

    /** The names under {@code needs}, when the step has it. */
    public Optional<List<YamlScalar>> needs() {
        return node.get("needs").map(YamlNode::names);
    }

    /** Source of {@code when}. */
    public Optional<String> when() {
        return node.scalar("when").map(when -> Scalars.bare(when.text()));
    }

    /** Whether it has {@code forEach}. */
    public boolean loops() {
        return node.get("forEach").isPresent();
    }

    /** Name of the element in expressions. */
    public String loopName() {
        return node.scalar("as").map(YamlScalar::text).orElse("each");
    }

    /** The word under {@code onFailure}, when the step has it. */
    public Optional<String> onFailure() {
        return node.scalar("onFailure").map(YamlScalar::text);
    }

    /** The verb's block, which may be nothing: {@code diagnose:}. */
    public Optional<YamlNode> action() {
        return node.entry(verb).map(YamlMap.Entry::value);
    }

    /** What the language knows of its verb. */
    public Optional<Verb> definition() {
        return Optional.ofNullable(Shapes.union(Action.class).types().get(verb))
                .map(type -> type.getAnnotation(Verb.class));
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
