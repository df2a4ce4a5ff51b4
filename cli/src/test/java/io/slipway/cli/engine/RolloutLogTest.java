package io.slipway.cli.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.slipway.activities.store.JournalStore;
import io.slipway.activities.store.Stores;
import io.slipway.model.journal.JournalEvent;
import io.slipway.model.journal.RolloutStatus;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class RolloutLogTest {
    private static final Instant AT = Instant.parse("2026-01-05T09:00:00Z");

    @TempDir
    Path state;

    @Test
    void aLineForTheBeginningEachPauseAndTheEnd() {
        Logger logger = (Logger) LoggerFactory.getLogger(RolloutLog.class);
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        Level before = logger.getLevel();
        lines.start();
        logger.addAppender(lines);
        logger.setLevel(Level.INFO);
        try {
            JournalStore journals = RolloutLog.of(Stores.in(state)).journals();
            journals.append(
                    "shop-1",
                    List.of(new JournalEvent.RolloutStarted(
                            "shop-1", "shop", "", "staging", "", Map.of(), "ada", true, Optional.empty(), AT)));
            moved(journals, RolloutStatus.PAUSED, "step 'web' failed:\nno image");
            moved(journals, RolloutStatus.RUNNING, "");
            moved(journals, RolloutStatus.SUCCEEDED, "");
        } finally {
            logger.detachAppender(lines);
            logger.setLevel(before);
        }
        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly(
                        "rollout shop-1 of pipeline shop starts on target staging",
                        "rollout shop-1 of pipeline shop: paused: step 'web' failed: | no image",
                        "rollout shop-1 of pipeline shop: continues",
                        "rollout shop-1 of pipeline shop: succeeded");
    }

    private static void moved(JournalStore journals, RolloutStatus status, String message) {
        journals.append("shop-1", List.of(new JournalEvent.RolloutMoved(status, message, Map.of(), AT)));
    }
}
