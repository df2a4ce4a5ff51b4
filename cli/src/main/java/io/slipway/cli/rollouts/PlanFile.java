package io.slipway.cli.rollouts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.activities.preview.RolloutPreview;
import io.slipway.cli.error.CliException;
import io.slipway.model.json.Json;
import io.slipway.model.plan.PlanInput;
import io.slipway.workflows.contract.PlanBinding;
import io.slipway.workflows.contract.RolloutInput;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A plan that was written into a file: what was seen, what it was made of, and the input that it is for.
 *
 * @param binding what must still be so when it is carried out
 * @param input what the plan was made for
 */
record PlanFile(PlanBinding binding, RolloutInput input) {
    private static final String FORM = "plan/v1";

    /** The file's content: the preview, and what a run is bound to. */
    JsonNode tree(RolloutPreview preview) {
        ObjectNode tree = Json.mapper().createObjectNode();
        tree.put("slipway", FORM).put("hash", binding.hash());
        tree.setAll((ObjectNode) Json.tree(preview));
        tree.set("input", Json.tree(input));
        tree.set("binding", Json.tree(binding));
        return tree;
    }

    /**
     * Reads a file.
     *
     * @param pipeline the pipeline that it is to be a plan of
     * @throws CliException when it is no plan, or one of another pipeline
     */
    static PlanFile read(Path file, String pipeline) throws IOException {
        PlanFile read = parsed(file)
                .orElseThrow(() -> CliException.invalid(
                        file + " is not a complete plan file; nothing was changed",
                        "Create one with 'slipway plan PIPELINE --out FILE'."));
        if (!read.input().pipeline().equals(pipeline)) {
            throw CliException.invalid(
                    file + " is a plan of pipeline '" + read.input().pipeline() + "', not of '" + pipeline
                            + "'; nothing was changed",
                    "Run that pipeline, or create a plan of this one with 'slipway plan " + pipeline + " --out FILE'.");
        }
        return read;
    }

    private static Optional<PlanFile> parsed(Path file) throws IOException {
        try {
            JsonNode tree = Json.mapper().readTree(Files.readString(file));
            boolean whole = FORM.equals(tree.path("slipway").asText())
                    && tree.path("binding").path("hash").isTextual()
                    && tree.path("input").path("pipeline").isTextual();
            return whole
                    ? Optional.of(new PlanFile(
                            Json.mapper().treeToValue(tree.path("binding"), PlanBinding.class),
                            Json.mapper().treeToValue(tree.path("input"), RolloutInput.class)))
                    : Optional.empty();
        } catch (JsonProcessingException | MalformedInputException e) {
            return Optional.empty();
        }
    }

    /** What is typed now over what the plan was made for. */
    PlanInput under(PlanInput typed) {
        Map<String, JsonNode> given = new TreeMap<>(input.params());
        given.putAll(typed.file());
        given.putAll(typed.given());
        Optional<String> profile = Optional.of(input.profile()).filter(name -> !name.isEmpty());
        return new PlanInput(typed.profile().or(() -> profile), Map.of(), typed.env(), given);
    }

    /** The input of a run that is bound to it; the parts of the pipeline that run are those of the plan. */
    RolloutInput bound(RolloutInput typed) {
        return new RolloutInput(
                        typed.pipeline(),
                        typed.params(),
                        typed.profile(),
                        typed.target(),
                        "",
                        false,
                        false,
                        typed.by(),
                        first(typed.onFailure(), input.onFailure()),
                        first(typed.from(), input.from()),
                        first(typed.until(), input.until()),
                        first(typed.only(), input.only()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())
                .boundTo(binding);
    }

    private static String first(String typed, String planned) {
        return typed.isEmpty() ? planned : typed;
    }
}
