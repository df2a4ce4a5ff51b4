package io.slipway.model.yaml;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** A value of a YAML file, with its place. */
public sealed interface YamlNode permits YamlMap, YamlList, YamlScalar {
    /** Where it begins. */
    Place place();

    /** The value as JSON. */
    default JsonNode json() {
        return json((node, tree) -> {});
    }

    /** The value as JSON; hands over each part with its JSON, the inner ones first. */
    JsonNode json(BiConsumer<YamlNode, JsonNode> parts);

    /** What stands at a place of it, as deep as the place is there; so the deepest when all of it is. */
    default YamlNode at(JsonPointer path) {
        Optional<YamlNode> next = path.matches() ? Optional.empty() : step(path);
        return next.isPresent() ? next.get().at(path.tail()) : this;
    }

    private Optional<YamlNode> step(JsonPointer path) {
        return switch (this) {
            case YamlMap map -> map.get(path.getMatchingProperty());
            case YamlList list
            when path.mayMatchElement() ->
                list.elements().stream().skip(path.getMatchingIndex()).findFirst();
            case YamlList list -> Optional.empty();
            case YamlScalar scalar -> Optional.empty();
        };
    }

    /** What it is, for messages: "a map", "the text 'x'". */
    String describe();

    /** Hands over every single value in it, however deep, in the order of the file; keys are none. */
    void forEachScalar(Consumer<YamlScalar> reader);

    /** The names where either one or a list of them may be written: a single value itself, or those in a list. */
    List<YamlScalar> names();
}
