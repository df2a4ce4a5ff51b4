package io.slipway.model.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.spec.Scalars;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * A single value.
 *
 * @param place where it begins
 * @param json the value with its type
 * @param text the value's text, after quotes and escapes are taken away
 * @param style how it is written
 * @param source the file
 * @param start code point at which it begins
 */
public record YamlScalar(Place place, JsonNode json, String text, Style style, Source source, int start)
        implements YamlNode {
    /** How a value is written. */
    public enum Style {
        PLAIN,
        QUOTED,
        BLOCK
    }

    /** Whether it is a text, and not a number, boolean or nothing. */
    public boolean isText() {
        return json.isTextual();
    }

    /** The place of a character of {@link #text}. */
    public Place place(int offset) {
        return offset == 0 && style == Style.PLAIN ? place : ScalarPlaces.place(this, offset);
    }

    @Override
    public JsonNode json(BiConsumer<YamlNode, JsonNode> parts) {
        parts.accept(this, json);
        return json;
    }

    @Override
    public void forEachScalar(Consumer<YamlScalar> reader) {
        reader.accept(this);
    }

    @Override
    public List<YamlScalar> names() {
        return List.of(this);
    }

    @Override
    public String describe() {
        return Scalars.describe(json);
    }
}
