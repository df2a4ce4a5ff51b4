package io.slipway.workflows.contract;

import io.slipway.model.journal.RolloutStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a rollout is, in short.
 *
 * @param rollout id of the rollout
 * @param pipeline name of the pipeline
 * @param target name of the target
 * @param plan hash of the plan
 * @param by who started it, as claimed
 * @param simulated whether the target is the sandbox
 * @param started when it started; empty before it has
 * @param finished when it ended; empty before it has
 * @param status where it is
 * @param message why it is there
 * @param steps how many steps are in each status
 * @param running steps that run now, at most 50
 * @param waiting steps that wait for a person, with what they wait for
 * @param telling how many notices are on their way
 */
public record RolloutOverview(
        String rollout,
        String pipeline,
        String target,
        String plan,
        String by,
        boolean simulated,
        Optional<Instant> started,
        Optional<Instant> finished,
        RolloutStatus status,
        String message,
        Map<String, Integer> steps,
        List<String> running,
        Map<String, String> waiting,
        int telling) {}
