package io.slipway.worker.engine;

import java.time.Instant;
import java.util.Optional;

/**
 * A rollout in a list of a Temporal server.
 *
 * @param rollout its id
 * @param status where it is, as its search attribute says, or else as Temporal knows the workflow
 * @param pipeline name of the pipeline; empty where the server has no search attributes
 * @param target name of the target; empty where the server has no search attributes
 * @param started when its latest run started
 * @param finished when that run ended
 */
public record RolloutEntry(
        String rollout, String status, String pipeline, String target, Instant started, Optional<Instant> finished) {}
