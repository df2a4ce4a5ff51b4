package io.slipway.activities.cluster.failure;

/**
 * A sign whose meaning is known.
 *
 * @param rule the rule that knows it
 * @param object kind/name
 * @param cause what is wrong
 * @param fix what to do
 * @param patience how long it may be so
 * @param summary whether it only sums up what is wrong below it
 */
public record Symptom(String rule, String object, String cause, String fix, Patience patience, boolean summary) {

    /** What makes it the same symptom when seen again: texts may change, such as the number of restarts. */
    public Key key() {
        return new Key(rule, object);
    }

    /** A rule and an object. */
    public record Key(String rule, String object) {}
}
