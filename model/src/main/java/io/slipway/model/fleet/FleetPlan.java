package io.slipway.model.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.json.Hash;
import io.slipway.model.json.Json;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A fleet as it will run.
 *
 * @param fleet its name
 * @param description what it is for, or empty
 * @param pipeline name of the pipeline
 * @param profile a profile of it, or empty
 * @param params values for all targets
 * @param maxFailures how many targets may fail before no further one begins
 * @param parallel how many targets at once
 * @param onFailure what a target's rollout does when a step fails, as its input says it
 * @param gate what a wave must pass before the next one
 * @param waves the waves in order, none of them empty
 */
public record FleetPlan(
        String fleet,
        String description,
        String pipeline,
        String profile,
        Map<String, JsonNode> params,
        int maxFailures,
        int parallel,
        String onFailure,
        Optional<Gate> gate,
        List<Wave> waves) {
    public FleetPlan {
        params = Collections.unmodifiableMap(new TreeMap<>(params));
        waves = List.copyOf(waves);
    }

    /**
     * What a wave must pass.
     *
     * @param after how long it is left alone first
     * @param revalidate whether the pipeline is re-validated on its targets
     */
    public record Gate(Duration after, boolean revalidate) {}

    /**
     * A wave.
     *
     * @param number from 1
     * @param share as written
     * @param targets in order
     */
    public record Wave(int number, String share, List<FleetTarget> targets) {
        public Wave {
            targets = List.copyOf(targets);
        }
    }

    /** All targets, in the order of the waves. */
    public List<FleetTarget> targets() {
        return waves.stream().flatMap(wave -> wave.targets().stream()).toList();
    }

    /** The values for a target. */
    public Map<String, JsonNode> params(FleetTarget target) {
        Map<String, JsonNode> all = new TreeMap<>(params);
        all.putAll(target.params());
        return all;
    }

    /** Hash of everything that decides what the fleet does. */
    public String hash() {
        return Hash.of(Json.write(this));
    }
}
