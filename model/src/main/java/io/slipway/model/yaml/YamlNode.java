package io.slipway.model.yaml;

import com.fasterxml.jackson.databind.JsonNode;

/** A value of a YAML file, with its place. */
public sealed interface YamlNode permits YamlMap, YamlList, YamlScalar {
    /** Where it begins. */
    Place place();

    /** The value as JSON. */
    JsonNode json();

    /** What it is, for messages: "a map", "the text 'x'". */
    String describe();
}
