/**
 * What is wrong, and what to do: rules in {@code rules/*.yaml}, or a pipeline's own, matched against a snapshot of
 * objects, events and logs.
 *
 * <p>A rule is {@code id}, {@code when} (CEL), {@code cause}, {@code fix}, and perhaps {@code guide},
 * {@code evidence} and {@code topic}. {@code when} sees {@code object} (the object's tree), {@code pod} (what
 * {@link io.slipway.activities.diagnosis.PodView} says, empty for other kinds), {@code events} (warnings about it:
 * reason, message, count), {@code log} (its last lines, those of the container before first) and {@code step}.
 */
package io.slipway.activities.diagnosis;
