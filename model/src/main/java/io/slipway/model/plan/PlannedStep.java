package io.slipway.model.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.pipeline.OnFailure;
import io.slipway.model.pipeline.Retry;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A step in its place.
 *
 * @param name its name, unique in the plan
 * @param stage its stage; {@code finally} for those that run at the end
 * @param verb key of the verb, which is also the Temporal activity type
 * @param description its description, or empty
 * @param guide sections of the guide it carries out
 * @param needs steps of the same stage that must be done before, also where the file left them to the order
 * @param required those of {@code needs} that the file names: without them the step does not run
 * @param when CEL source that decides whether the step runs
 * @param forEach the list, or a template that gives one
 * @param as name of the element in expressions
 * @param parallel how many elements run side by side
 * @param timeout time-out of each try
 * @param retry tries and waits
 * @param onFailure what happens when it has failed for good
 * @param undo the {@code undo} block as JSON in its long form
 * @param outputs outputs of its own, as templates over the verb's
 * @param action the verb's block as canonical JSON in its long form, templates unresolved; globs expanded
 * @param files files the step uses: path in the pipeline's folder → content hash
 * @param uses steps whose outputs or status its expressions and manifests name
 * @param reads parameters that its expressions and manifests name
 */
public record PlannedStep(
        String name,
        String stage,
        String verb,
        String description,
        List<String> guide,
        List<String> needs,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> required,
        Optional<String> when,
        Optional<JsonNode> forEach,
        String as,
        int parallel,
        Duration timeout,
        Retry retry,
        OnFailure onFailure,
        Optional<JsonNode> undo,
        Map<String, JsonNode> outputs,
        JsonNode action,
        Map<String, String> files,
        List<String> uses,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> reads) {

    /** The stage name of the steps that run at the end. */
    public static final String FINALLY = "finally";

    /** A step that is in no file: the only one of its stage, tried once, without conditions, outputs or files. */
    public static PlannedStep alone(
            String name, String verb, String description, Duration timeout, OnFailure onFailure, JsonNode action) {
        return new PlannedStep(
                name,
                name,
                verb,
                description,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                "each",
                1,
                timeout,
                Retry.once(),
                onFailure,
                Optional.empty(),
                Map.of(),
                action,
                Map.of(),
                List.of(),
                List.of());
    }

    public PlannedStep {
        forEach = forEach.filter(list -> !list.isNull()); // Jackson reads an absent tree as null
        undo = undo.filter(block -> !block.isNull());
        guide = List.copyOf(guide);
        needs = List.copyOf(needs);
        required = required == null ? List.of() : List.copyOf(required); // plans made before there was this field
        outputs = Collections.unmodifiableMap(new TreeMap<>(outputs));
        files = Collections.unmodifiableMap(new TreeMap<>(files));
        uses = List.copyOf(uses);
        reads = reads == null ? List.of() : List.copyOf(reads); // plans made before there was this field
    }
}
