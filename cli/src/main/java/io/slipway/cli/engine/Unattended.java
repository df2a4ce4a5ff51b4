package io.slipway.cli.engine;

import io.slipway.cli.console.Console;
import io.slipway.cli.temporal.TemporalSettings;
import java.time.Duration;
import java.util.Optional;

/** Says once that a rollout or fleet on a server does not begin, which is mostly because no worker is there for it. */
public final class Unattended {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Console console;
    private final Optional<TemporalSettings> elsewhere;
    private final Duration patience;
    private final long since = System.nanoTime();
    private boolean said;

    /**
     * From now on.
     *
     * @param elsewhere the server; empty for one in this process, of which nothing is said
     */
    public Unattended(Console console, Optional<TemporalSettings> elsewhere) {
        this(console, elsewhere, PATIENCE);
    }

    Unattended(Console console, Optional<TemporalSettings> elsewhere, Duration patience) {
        this.console = console;
        this.elsewhere = elsewhere;
        this.patience = patience;
    }

    /** Says so when it is time and it has not begun. */
    public void look(boolean begun) {
        boolean late = System.nanoTime() - since >= patience.toNanos();
        if (said || !late || begun || elsewhere.isEmpty()) {
            return;
        }
        said = true;
        console.err()
                .println("still waiting for a worker: is one running for " + elsewhere.get() + "? "
                        + "'slipway worker' is one");
    }
}
