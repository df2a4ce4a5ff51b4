package io.slipway.activities.validate.probes;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a probe saw when it was asked once.
 *
 * @param values what {@code expect} may use, as JSON-like values
 * @param summary the same for people, one short line
 * @param missing why there is nothing that {@code expect} could judge, or why what the probe itself names does not
 *     hold; the check fails whatever {@code expect} says
 * @param shortfall why the probe's own rule does not hold, which counts only without {@code expect}
 */
public record Seen(
        Map<String, Object> values, String summary, Optional<Shortfall> missing, Optional<Shortfall> shortfall) {
    public Seen {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * Why something does not hold.
     *
     * @param cause what is wrong, with the object's name
     * @param fix what to do
     */
    public record Shortfall(String cause, String fix) {}

    /** Something that can be judged and holds by the probe's own rule. */
    public static Seen good(Map<String, Object> values, String summary) {
        return new Seen(values, summary, Optional.empty(), Optional.empty());
    }

    /** The same, but the probe's own rule does not hold. */
    public Seen but(String cause, String fix) {
        return new Seen(values, summary, missing, Optional.of(new Shortfall(cause, fix)));
    }

    /** The same, but the probe's own rule does not hold when the condition is true. */
    public Seen butWhen(boolean condition, String cause, String fix) {
        return condition ? but(cause, fix) : this;
    }

    /** Nothing that could be judged. */
    public static Seen nothing(String summary, String cause, String fix) {
        return new Seen(Map.of(), summary, Optional.of(new Shortfall(cause, fix)), Optional.empty());
    }

    /** The same, but what the probe itself names does not hold, whatever {@code expect} says. */
    public Seen lacks(String cause, String fix) {
        return new Seen(values, summary, Optional.of(new Shortfall(cause, fix)), shortfall);
    }
}
