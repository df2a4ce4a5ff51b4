package io.slipway.model.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Consumer;

/** A value of a YAML file, with its place. */
public sealed interface YamlNode permits YamlMap, YamlList, YamlScalar {
    /** Where it begins. */
    Place place();

    /** The value as JSON. */
    JsonNode json();

    /** What it is, for messages: "a map", "the text 'x'". */
    String describe();

    /** Hands over every single value in it, however deep, in the order of the file; keys are none. */
    void forEachScalar(Consumer<YamlScalar> reader);

    /** The names where either one or a list of them may be written: a single value itself, or those in a list. */
    List<YamlScalar> names();
}
