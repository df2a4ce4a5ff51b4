package io.slipway.sandbox.api;

import java.time.Instant;

/**
 * A line of a container's log.
 *
 * @param time when it was written
 * @param text the line without its line break
 */
public record LogLine(Instant time, String text) {}
