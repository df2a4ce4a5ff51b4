package io.slipway.cli.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logging where the home folder cannot hold a log. */
class LogConfigurationTest {
    @Test
    void aHomeThatCannotBeWrittenMakesLogbackSayNothingOfItsOwn(@TempDir Path folder) throws IOException {
        Path home = Files.createFile(folder.resolve("home"));
        LoggerContext context = new LoggerContext();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

        LogConfiguration.configure(context, root, LogSettings.of(home));
        root.error("lost");

        assertThat(context.getStatusManager().getCopyOfStatusListenerList()).hasSize(1);
        assertThat(home).isEmptyFile();
    }
}
