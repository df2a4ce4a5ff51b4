package io.slipway.workflows.contract;

import io.slipway.model.journal.RolloutStatus;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Where a fleet is, in short.
 *
 * @param id id of its run
 * @param fleet its name
 * @param plan hash of its plan
 * @param by who started it, as claimed
 * @param simulated whether its targets are sandboxes
 * @param status where it is
 * @param message why, or empty
 * @param wave the wave it is at, from 1; 0 before the first
 * @param waves how many waves there are
 * @param targets how many targets are in each status
 * @param started when it started
 * @param finished when it ended
 */
public record FleetOverview(
        String id,
        String fleet,
        String plan,
        String by,
        boolean simulated,
        RolloutStatus status,
        String message,
        int wave,
        int waves,
        Map<String, Integer> targets,
        Optional<Instant> started,
        Optional<Instant> finished) {}
