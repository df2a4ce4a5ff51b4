package io.slipway.workflows.contract;

/**
 * How a fleet ended. One that failed or was aborted fails its workflow instead.
 *
 * @param fleet id of its run
 * @param status {@code succeeded}
 * @param summary one line for people
 */
public record FleetOutcome(String fleet, String status, String summary) {}
