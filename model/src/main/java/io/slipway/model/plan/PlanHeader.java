package io.slipway.model.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What holds for the whole rollout.
 *
 * @param pipeline name of the pipeline
 * @param description its description, or empty
 * @param params the values of all parameters
 * @param profile the profile taken
 * @param cluster the {@code cluster} block as JSON with its expressions unresolved; a missing node when there is none
 * @param secrets the {@code secrets} block as JSON: name → source
 * @param concurrency the {@code concurrency} block as JSON, expressions unresolved
 * @param outputs the {@code outputs} block, expressions unresolved
 * @param rules hash of the pipeline's own diagnosis rules
 * @param guide title of the guide, or empty
 * @param notices the {@code notices} block as JSON, expressions unresolved
 */
public record PlanHeader(
        String pipeline,
        String description,
        Map<String, JsonNode> params,
        Optional<String> profile,
        Optional<JsonNode> cluster,
        Map<String, JsonNode> secrets,
        Optional<JsonNode> concurrency,
        Map<String, JsonNode> outputs,
        Optional<String> rules,
        String guide,
        Optional<JsonNode> notices) {
    public PlanHeader {
        cluster = cluster.filter(block -> !block.isNull()); // Jackson reads an absent tree as null
        notices = notices == null ? Optional.empty() : notices.filter(block -> !block.isNull());
        concurrency = concurrency.filter(block -> !block.isNull());
        params = sorted(params);
        secrets = sorted(secrets);
        outputs = sorted(outputs);
    }

    private static Map<String, JsonNode> sorted(Map<String, JsonNode> map) {
        return Collections.unmodifiableMap(new TreeMap<>(map));
    }
}
