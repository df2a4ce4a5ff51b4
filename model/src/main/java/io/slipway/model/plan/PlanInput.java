package io.slipway.model.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a rollout is started with. Parameters come from, each stronger than the one before: the default, the profile,
 * the file, the environment (only for parameters that say {@code env: NAME}), the values given.
 *
 * @param profile name of a profile
 * @param file values of {@code -f params.yaml}
 * @param env variables of {@code --env-file}
 * @param given values of {@code -p name=value} or of the rollout's input; a text is read as the parameter's type
 */
public record PlanInput(
        Optional<String> profile, Map<String, JsonNode> file, Map<String, String> env, Map<String, JsonNode> given) {
    public PlanInput {
        file = Collections.unmodifiableMap(new TreeMap<>(file));
        env = Collections.unmodifiableMap(new TreeMap<>(env));
        given = Collections.unmodifiableMap(new TreeMap<>(given));
    }

    /** Nothing but defaults. */
    public static PlanInput none() {
        return of(Map.of());
    }

    /** Only values given by name. */
    public static PlanInput of(Map<String, JsonNode> given) {
        return new PlanInput(Optional.empty(), Map.of(), Map.of(), given);
    }
}
