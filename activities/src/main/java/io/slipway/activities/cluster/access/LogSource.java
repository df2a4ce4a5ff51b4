package io.slipway.activities.cluster.access;

import java.time.Duration;
import java.util.Optional;

/**
 * Which log.
 *
 * @param of the container
 * @param previous whether that of the container before its last restart
 * @param tail only so many last lines
 * @param since only what is younger
 */
public record LogSource(PodRef of, boolean previous, Optional<Integer> tail, Optional<Duration> since) {
    /** The whole log of a container. */
    public static LogSource of(PodRef container) {
        return new LogSource(container, false, Optional.empty(), Optional.empty());
    }

    /** Its last lines. */
    public LogSource last(int lines) {
        return new LogSource(of, previous, Optional.of(lines), since);
    }

    String path() {
        return "/api/v1/namespaces/" + of.namespace() + "/pods/" + of.pod() + "/log?container=" + of.container()
                + (previous ? "&previous=true" : "")
                + tail.map(lines -> "&tailLines=" + lines).orElse("")
                + since.map(age -> "&sinceSeconds=" + Math.max(1, age.toSeconds()))
                        .orElse("");
    }
}
