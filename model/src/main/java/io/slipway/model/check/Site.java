package io.slipway.model.check;

import io.slipway.model.spec.Field;
import io.slipway.model.spec.Shape;
import io.slipway.model.yaml.YamlNode;
import io.slipway.model.yaml.YamlScalar;

/** A place of the pipeline file that later rules look at. */
sealed interface Site {
    /** Where in the pipeline it stands. */
    Where where();

    /**
     * A text with an expression in it.
     *
     * @param shape what the field takes
     */
    record Templated(Where where, YamlScalar scalar, Shape shape) implements Site {}

    /** A field of bare CEL: evaluated in the workflow when {@code late} is false. */
    record Cel(Where where, YamlScalar scalar, boolean late) implements Site {}

    /** A path or glob. */
    record File(Where where, YamlScalar scalar, Field field) implements Site {}

    /** The name of a step, or kind/name. */
    record Target(Where where, YamlScalar scalar) implements Site {}

    /** What stands for a record of the language. */
    record Block(Where where, YamlNode node, Shape.Block shape) implements Site {}

    /** Any other field with a plain value. */
    record Plain(Where where, YamlNode node, Field field) implements Site {}
}
