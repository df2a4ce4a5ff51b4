package io.slipway.cli.records;

import io.slipway.cli.engine.RolloutClient;
import io.slipway.cli.home.Home;
import io.slipway.model.journal.Journal;
import java.io.IOException;

/** A rollout that can be asked again and again what has happened. */
sealed interface OpenedRollout extends AutoCloseable {
    /** What has happened so far. */
    Journal journal();

    @Override
    default void close() throws IOException {}

    /** A rollout of the home folder. */
    record InFolder(Home home, String id) implements OpenedRollout {
        @Override
        public Journal journal() {
            return home.journals().journal(id);
        }
    }

    /** A rollout of a Temporal server. */
    record OnServer(RolloutClient client, String typed) implements OpenedRollout {
        @Override
        public Journal journal() {
            return client.journal(typed);
        }

        @Override
        public void close() throws IOException {
            client.close();
        }
    }
}
