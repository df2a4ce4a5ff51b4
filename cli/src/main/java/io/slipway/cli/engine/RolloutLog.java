package io.slipway.cli.engine;

import io.slipway.activities.store.JournalStore;
import io.slipway.activities.store.StoreTrouble;
import io.slipway.activities.store.Stores;
import io.slipway.model.journal.JournalEvent;
import io.slipway.model.journal.RolloutStatus;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs what becomes of the rollouts of a worker: a line when one begins, pauses, goes on and ends. */
final class RolloutLog {
    private static final Logger log = LoggerFactory.getLogger(RolloutLog.class);

    private final JournalStore journals;

    private RolloutLog(JournalStore journals) {
        this.journals = journals;
    }

    /** The same stores; what is written into their journals is logged. */
    static Stores of(Stores stores) {
        RolloutLog lines = new RolloutLog(stores.journals());
        return new Stores(stores.journals().heardBy(lines::heard), stores.fleets(), stores.blobs());
    }

    private void heard(String rollout, List<JournalEvent> events) {
        for (JournalEvent event : events) {
            switch (event) {
                case JournalEvent.RolloutStarted e ->
                    log.info("rollout {} of pipeline {} starts on target {}", rollout, e.pipeline(), e.target());
                case JournalEvent.RolloutMoved e -> log.info("rollout {} {}", rollout, moved(rollout, e));
                default -> {}
            }
        }
    }

    private String moved(String rollout, JournalEvent.RolloutMoved event) {
        String word = event.status() == RolloutStatus.RUNNING
                ? "continues"
                : event.status().word();
        String message = event.message().replaceAll("\\s*\\R\\s*", " | ");
        return "of pipeline " + pipeline(rollout) + ": " + word + (message.isEmpty() ? "" : ": " + message);
    }

    private String pipeline(String rollout) {
        try {
            return journals.pipeline(rollout).orElse("");
        } catch (StoreTrouble away) {
            return "(its journal cannot be read)";
        }
    }
}
