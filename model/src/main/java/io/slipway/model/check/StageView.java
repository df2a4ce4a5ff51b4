package io.slipway.model.check;

import io.slipway.model.spec.Scalars;
import io.slipway.model.yaml.Place;
import io.slipway.model.yaml.YamlMap;
import io.slipway.model.yaml.YamlNode;
import io.slipway.model.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;

/**
 * A stage of the file, as far as it can be understood.
 *
 * @param name its name, or an empty text
 * @param node its block
 * @param index its place among the stages
 * @param steps its steps
 */
public record StageView(String name, YamlMap node, int index, List<StepView> steps) {
    public StageView {
        steps = List.copyOf(steps);
    }

    /** Where its name stands. */
    public Place place() {
        return node.entry("stage").map(entry -> entry.value().place()).orElse(node.place());
    }

    /** The names under {@code needs}, when the stage has it. */
    public Optional<List<YamlScalar>> needs() {
        return node.get("needs").map(YamlNode::names);
    }

    /** Whether its steps run side by side. */
    public boolean parallel() {
        return node.scalar("parallel").map(value -> value.json().asBoolean()).orElse(false);
    }

    /** Source of {@code when}. */
    public Optional<String> when() {
        return node.scalar("when").map(when -> Scalars.bare(when.text()));
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
