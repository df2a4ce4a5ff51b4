package io.slipway.cli.engine;

import io.slipway.cli.console.Console;
import io.slipway.cli.temporal.TemporalSettings;
import io.slipway.model.journal.Journal;
import java.time.Duration;
import java.util.Optional;

/** Says once that a rollout on a server does not begin, which is mostly because no worker is there for it. */
final class Unattended {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Console console;
    private final Optional<TemporalSettings> elsewhere;
    private final long since = System.nanoTime();
    private boolean said;

    Unattended(Console console, Optional<TemporalSettings> elsewhere) {
        this.console = console;
        this.elsewhere = elsewhere;
    }

    void look(Journal journal) {
        boolean late = System.nanoTime() - since > PATIENCE.toNanos();
        if (said || !late || journal.runs() > 0 || elsewhere.isEmpty()) {
            return;
        }
        said = true;
        console.err()
                .println("still waiting for a worker: is one running for " + elsewhere.get() + "? "
                        + "'slipway worker' is one");
    }
}
