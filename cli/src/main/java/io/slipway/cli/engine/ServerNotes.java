package io.slipway.cli.engine;

import io.slipway.activities.store.Stores;
import io.slipway.cli.home.Home;
import io.slipway.cli.home.UsedServer;
import io.slipway.cli.temporal.TemporalSettings;
import io.slipway.model.journal.JournalEvent;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes beside the journals that a worker writes which server it works for, also of rollouts that no command has started. */
final class ServerNotes {
    private static final Logger log = LoggerFactory.getLogger(ServerNotes.class);

    private final Home home;
    private final UsedServer.Named server;

    ServerNotes(Home home, TemporalSettings settings) {
        this.home = home;
        this.server = new UsedServer.Named(settings.address(), settings.namespace());
    }

    /** The same stores; each rollout that begins in them is noted. */
    Stores noting(Stores stores) {
        return new Stores(stores.journals().heardBy(this::note), stores.fleets(), stores.blobs());
    }

    private void note(String rollout, List<JournalEvent> events) {
        if (events.stream().anyMatch(JournalEvent.RolloutStarted.class::isInstance)) {
            note(rollout);
        }
    }

    /** What a command has noted is left alone: it may know the server by another address. */
    private void note(String rollout) {
        UsedServer note = new UsedServer(home, rollout);
        try {
            if (note.named().isEmpty()) {
                note.keep(server);
            }
        } catch (IOException e) {
            log.warn("commands without --temporal-address will not find the server of rollout {}", rollout, e);
        }
    }
}
