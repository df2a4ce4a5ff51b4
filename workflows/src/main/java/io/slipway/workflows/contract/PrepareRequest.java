package io.slipway.workflows.contract;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What is asked of {@link PlanActivities#prepare}.
 *
 * @param rollout id of the rollout
 * @param input the input as it was typed
 * @param continued whether the run continues one that became too long
 * @param child whether another workflow runs it, which may ask it to go on without knowing whether it ever began
 */
public record PrepareRequest(String rollout, JsonNode input, boolean continued, boolean child) {}
