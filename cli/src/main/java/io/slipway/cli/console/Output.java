package io.slipway.cli.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.json.Json;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** The option {@code -o}, and the printing that it decides. */
public final class Output {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "Output format: text, json or yaml (default: ${DEFAULT-VALUE}).")
    private Format format = Format.TEXT;

    /** The format that was asked for. */
    public Format format() {
        return format;
    }

    /** Whether people read it. */
    public boolean isText() {
        return format == Format.TEXT;
    }

    /** Prints a result: {@code text} for people, {@code tree} for programs; only the one that is wanted is made. */
    public void print(Console console, Supplier<String> text, Supplier<JsonNode> tree) {
        String result = switch (format) {
            case TEXT -> text.get();
            case JSON -> json(tree.get());
            case YAML -> Yaml.write(tree.get());
        };
        console.out().print(result.isEmpty() || result.endsWith("\n") ? result : result + "\n");
        console.out().flush();
    }

    private static String json(JsonNode tree) {
        try {
            return Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(tree) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
