package io.slipway.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.model.journal.Journal;
import io.slipway.model.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The checks of the shipped pipeline as a pipeline of their own, to be asked again and again: the same checks with the
 * same expectations, asked once each. What they take from other steps is what a rollout of the shipped pipeline gave.
 */
final class ChecksPipeline {
    static final String NAME = "datalyptica";
    static final String LAST = "the-end";
    /** The step with checks that the shipped pipeline does not have. */
    static final String MORE = "probes";

    private static final Path SHIPPED = Path.of("..", "pipelines");

    private ChecksPipeline() {}

    /** The folder with the shipped pipeline. */
    static Path shipped() {
        return SHIPPED;
    }

    /** The names of all checks of the shipped pipeline, in its order. */
    static List<String> checks() throws IOException {
        List<String> names = new ArrayList<>();
        read().findValues("check").forEach(name -> names.add(name.asText()));
        return names;
    }

    /** Writes it into a folder, with more checks after those of the pipeline. */
    static void write(Path folder, Journal rollout, JsonNode more, Map<String, String> credentials) throws IOException {
        ObjectNode pipeline = read();
        ObjectNode written = Json.mapper().createObjectNode();
        for (String key : List.of("slipway", "pipeline", "cluster", "params")) {
            written.set(key, pipeline.get(key));
        }
        written.withObject("/defaults")
                .put("timeout", "10h")
                .put("onFailure", "continue")
                .put("retry", 1);
        ObjectNode stage = written.putArray("stages").addObject();
        stage.put("stage", "checks").put("parallel", true);
        ArrayNode steps = stage.putArray("steps");
        pipeline.path("stages")
                .forEach(each -> each.path("steps").forEach(step -> {
                    if (step.has("validate")) {
                        steps.add(bare((ObjectNode) step));
                    }
                }));
        steps.addObject().put("step", MORE).putObject("validate").set("checks", more);
        ObjectNode end = written.withArray("/stages").addObject().put("stage", "end");
        end.putArray("steps").addObject().put("step", LAST).put("sleep", "1s");
        Path home = Files.createDirectories(folder.resolve(NAME));
        Files.writeString(home.resolve("pipeline.yaml"), given(Json.write(written), rollout, credentials));
    }

    private static ObjectNode read() throws IOException {
        String text = Files.readString(SHIPPED.resolve(NAME).resolve("pipeline.yaml"));
        return (ObjectNode) Json.tree(new Load(LoadSettings.builder().build()).loadFromString(text));
    }

    private static ObjectNode bare(ObjectNode step) {
        step.remove(List.of("guide", "when", "timeout", "onFailure", "needs"));
        step.path("validate").path("checks").forEach(check -> ((ObjectNode) check).remove(List.of("guide", "within")));
        return step;
    }

    /** What other steps and secrets gave, as literals. */
    private static String given(String text, Journal rollout, Map<String, String> credentials) {
        String given = text;
        for (Map.Entry<String, String> secret : credentials.entrySet()) {
            given = given.replace("${{ secrets.minio." + secret.getKey() + " }}", secret.getValue());
        }
        for (var step : rollout.steps().values()) {
            String name = "steps." + step.step().replace('-', '_') + ".";
            for (Map.Entry<String, JsonNode> output : step.outputs().entrySet()) {
                String value = output.getValue().asText();
                given = given.replace("${{ " + name + output.getKey() + " }}", value)
                        .replace(name + output.getKey(), "'" + value + "'");
            }
        }
        return given;
    }
}
