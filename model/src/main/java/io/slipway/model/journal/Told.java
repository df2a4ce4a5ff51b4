package io.slipway.model.journal;

import java.time.Instant;

/**
 * A notice of a rollout: what was told, to whom, and whether it arrived.
 *
 * @param status what was told of
 * @param step the step that waits; empty for the end of a rollout
 * @param key what this notice is known by; there is never a second one with it
 * @param to where it went, without anything secret
 * @param delivered whether it was taken
 * @param why what went wrong, and what to do; empty when it was delivered
 * @param at when
 */
public record Told(
        RolloutStatus status, String step, String key, String to, boolean delivered, String why, Instant at) {}
