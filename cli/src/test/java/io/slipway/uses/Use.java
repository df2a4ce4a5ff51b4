package io.slipway.uses;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A row of {@code uses.yaml}.
 *
 * @param use what somebody does, in words
 * @param command as it is typed; empty for an input of the Temporal UI
 * @param typed that input
 * @param here whether the command asks no Temporal server
 * @param server whether a real Temporal server is needed
 * @param code the exit code
 * @param says parts of the lines that it gets
 * @param keep the word that stands for the rollout that it begins; empty when it begins none
 * @param edit what is written into a file before: {@code file}, {@code from}, {@code to}
 * @param moved what somebody else does to a ConfigMap before: {@code name}, {@code greeting}
 */
record Use(
        String use,
        List<String> command,
        String typed,
        boolean here,
        boolean server,
        int code,
        List<String> says,
        String keep,
        JsonNode edit,
        JsonNode moved) {

    static List<Use> all() {
        try (InputStream text = Use.class.getResourceAsStream("uses.yaml")) {
            List<Use> uses = new ArrayList<>();
            Json.tree(new Load(LoadSettings.builder().build()).loadFromInputStream(text))
                    .forEach(row -> uses.add(of(row)));
            return uses;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Use of(JsonNode row) {
        return new Use(
                row.path("use").asText(),
                words(row.path("command")),
                row.path("typed").asText(""),
                row.path("here").asBoolean(),
                row.path("server").asBoolean(),
                row.path("code").asInt(),
                words(row.path("says")),
                row.path("keep").asText(""),
                row.path("edit"),
                row.path("moved"));
    }

    private static List<String> words(JsonNode list) {
        List<String> words = new ArrayList<>();
        list.forEach(word -> words.add(word.asText()));
        return words;
    }

    /** What was typed, for people. */
    String asTyped() {
        return typed.isEmpty() ? "slipway " + String.join(" ", quoted()) : typed;
    }

    private List<String> quoted() {
        return command.stream()
                .map(word -> word.contains(" ") ? "'" + word + "'" : word)
                .toList();
    }
}
