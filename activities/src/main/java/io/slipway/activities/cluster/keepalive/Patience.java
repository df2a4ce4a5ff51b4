package io.slipway.activities.cluster.keepalive;

import java.time.Duration;

/**
 * How long a server may be silent.
 *
 * @param every how often it is asked for a sign of life while something waits, and how long that may take
 * @param longest silence after which its connections are given up
 * @param bookmark silence after which a watch that has a connection of its own is: servers send it a bookmark each minute
 */
public record Patience(Duration every, Duration longest, Duration bookmark) {
    /**
     * For API servers. TCP sends again ever more rarely: after a network that was cut for half a minute the next try is
     * some 26 s away. client-go gives a connection up after 45 s (30 s without a byte, 15 s for a ping).
     */
    public static final Patience USUAL =
            new Patience(Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofSeconds(75));

    /** Each is longer than nothing, and none shorter than the one before. */
    public Patience {
        if (!every.isPositive() || longest.compareTo(every) < 0 || bookmark.compareTo(longest) < 0) {
            throw new IllegalArgumentException("no patience: asked every " + every + ", given up after " + longest
                    + ", watches after " + bookmark);
        }
    }
}
