package io.slipway.activities.step;

import java.util.List;

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
}
