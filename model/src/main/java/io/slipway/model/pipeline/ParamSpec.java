package io.slipway.model.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.spec.Default;
import io.slipway.model.spec.Doc;
import io.slipway.model.spec.Key;
import io.slipway.model.spec.Literal;
import io.slipway.model.spec.Regex;
import java.util.List;
import java.util.Optional;

/** One parameter. */
@Doc("A parameter: its type, default and bounds.")
@Literal
public record ParamSpec(
        @Doc("Type.") @Default("string") Type type,

        @Doc("Default value; without it the parameter is required.") @Key("default")
        Optional<JsonNode> defaultValue,

        @Doc("Purpose.") Optional<String> description,
        @Doc("Pattern that the whole value must match.") Optional<Regex> pattern,

        @Doc("Minimum value of a number, or minimum length of a list.")
        Optional<Double> min,

        @Doc("Maximum value of a number, or maximum length of a list.")
        Optional<Double> max,

        @Doc("Allowed values.") @Key("enum") List<JsonNode> values,
        @Doc("Variable in an --env-file that sets it.") Optional<String> env) {

    /** Types of parameters. */
    public enum Type {
        @Doc("Text.")
        STRING,
        @Doc("Whole number.")
        INTEGER,
        @Doc("Number.")
        NUMBER,
        @Doc("true or false.")
        BOOLEAN,
        @Doc("Kubernetes quantity.")
        QUANTITY,
        @Doc("Duration such as 90s or 10m.")
        DURATION,
        @Doc("List of anything.")
        LIST,
        @Doc("Map of anything.")
        MAP
    }
}
