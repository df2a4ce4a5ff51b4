package io.slipway.activities.step;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The clusters that a worker's configuration names. */
public interface Targets {
    /**
     * The target of that name; the default for an empty name.
     *
     * @throws IllegalArgumentException when there is none; the message lists those there are
     */
    Target get(String name);

    /** All names, sorted. */
    List<String> names();

    /**
     * Where targets lead, in words: two that say the same are one place. One of which nothing is known is left out.
     */
    default Map<String, String> places() {
        return Map.of();
    }

    /**
     * No step needs a target for now; one that can be opened again is closed.
     *
     * @param last told of the target before it is closed; never called for one that stays open
     */
    default void release(String name, Consumer<Target> last) {}
}
