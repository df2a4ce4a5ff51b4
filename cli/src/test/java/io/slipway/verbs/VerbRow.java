package io.slipway.verbs;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A row: a pipeline in a folder with its name, what is done with it ({@code row.yaml}), and what comes of it ({@code expected.txt}).
 *
 * <pre>
 * needs: [routes.route.openshift.io]       # resources that the API server must serve
 * runs: [{}, {mode: fast}]                 # parameters of each run; two runs without any when left out
 * approve: release                         # a step that is approved when it waits
 * undo: true                               # the last run is taken back
 * look: { configmap/settings: [/data] }    # fields that are read from the API server after each run
 * </pre>
 *
 * @param name of the pipeline and its folder
 * @param needs resources that the API server must serve
 * @param runs parameters of each run
 * @param approve a step that is approved when it waits, or empty
 * @param undo whether the last run is taken back
 * @param look fields by object
 */
record VerbRow(
        String name,
        List<String> needs,
        List<JsonNode> runs,
        String approve,
        boolean undo,
        Map<String, List<String>> look) {

    /** A folder without it has a pipeline that others call. */
    static final String FILE = "row.yaml";

    static VerbRow read(Path folder) {
        JsonNode row = tree(folder.resolve(FILE));
        List<JsonNode> runs = new ArrayList<>();
        row.path("runs").forEach(runs::add);
        JsonNode plain = Json.tree(Map.of());
        Map<String, List<String>> look = new LinkedHashMap<>();
        row.path("look").properties().forEach(entry -> look.put(entry.getKey(), texts(entry.getValue())));
        return new VerbRow(
                folder.getFileName().toString(),
                texts(row.path("needs")),
                runs.isEmpty() ? List.of(plain, plain) : runs,
                row.path("approve").asText(""),
                row.path("undo").asBoolean(),
                look);
    }

    /** Whether the pipeline has a profile for the test bed. */
    boolean profiled() {
        try {
            return Files.readString(VerbBed.ROWS.resolve(name).resolve("pipeline.yaml"))
                    .contains("  testbed:");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The file that says what comes of it. */
    Path expected() {
        return VerbBed.ROWS.resolve(name).resolve("expected.txt");
    }

    private static JsonNode tree(Path file) {
        try (InputStream text = Files.newInputStream(file)) {
            return Json.tree(new Load(LoadSettings.builder().build()).loadFromInputStream(text));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
