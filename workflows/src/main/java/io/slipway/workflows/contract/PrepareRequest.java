package io.slipway.workflows.contract;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What is asked of {@link PlanActivities#prepare}.
 *
 * @param rollout id of the rollout
 * @param input the input as it was typed
 * @param continued whether the run continues one that became too long
 */
public record PrepareRequest(String rollout, JsonNode input, boolean continued) {}
