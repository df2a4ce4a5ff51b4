package io.slipway.wrong;

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
 * @param typed the input, as JSON; empty for a command
 * @param here whether the command is typed where the rollout's process was, without a server
 * @param code the exit code of the command
 * @param says a part of the line that it gets
 */
record WrongUse(String use, List<String> command, String typed, boolean here, int code, String says) {
    static List<WrongUse> all() {
        try (InputStream text = WrongUse.class.getResourceAsStream("uses.yaml")) {
            List<WrongUse> uses = new ArrayList<>();
            Json.tree(new Load(LoadSettings.builder().build()).loadFromInputStream(text))
                    .forEach(row -> uses.add(of(row)));
            return uses;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static WrongUse of(JsonNode row) {
        List<String> command = new ArrayList<>();
        row.path("command").forEach(word -> command.add(word.asText()));
        return new WrongUse(
                row.path("use").asText(),
                command,
                row.path("typed").asText(""),
                row.path("here").asBoolean(),
                row.path("code").asInt(2),
                row.path("says").asText());
    }

    boolean isTyped() {
        return !typed.isEmpty();
    }
}
