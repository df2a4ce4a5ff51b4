package io.slipway.activities.cluster.failure;

import java.time.Duration;

/**
 * Why an object will not become ready.
 *
 * @param rule the rule that says so
 * @param object the object concerned, kind/name: often not the one waited for but a pod of it
 * @param cause what is wrong
 * @param fix what to do
 * @param grace how long it had been waited for to pass
 */
public record FailureCause(String rule, String object, String cause, String fix, Duration grace) {}
