package io.slipway.cli.logging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.encoder.Encoder;
import com.fasterxml.jackson.databind.JsonNode;
import io.grpc.Status;
import io.slipway.activities.secrets.ValueMasker;
import io.slipway.model.json.Json;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogLinesTest {
    private static final String SECRET = "hunter2-of-LogLinesTest\"quoted";

    private final LoggerContext context = new LoggerContext();

    @Test
    void noFormShowsASecret() {
        context.setMDCAdapter(new LogbackMDCAdapter());
        ValueMasker masker = new ValueMasker();
        masker.learn(SECRET);
        LogMask.add(masker::mask);
        for (Encoder<ILoggingEvent> form :
                List.of(LogLines.text(context), LogLines.brief(context), LogLines.json(context))) {
            assertThat(line(form)).contains("password is ***").doesNotContain("hunter2");
        }
        JsonNode json = Json.read(line(LogLines.json(context)), JsonNode.class);
        assertThat(json.path("formattedMessage").asText()).isEqualTo("password is ***");
        assertThat(json.path("level").asText()).isEqualTo("WARN");
    }

    @Test
    void aServerThatIsAwayIsALine() {
        context.setMDCAdapter(new LogbackMDCAdapter());
        Throwable away = Status.UNAVAILABLE
                .withDescription("io exception")
                .withCause(new IOException("Connection refused: /127.0.0.1:1"))
                .asRuntimeException();

        assertThat(line(LogLines.text(context), away))
                .endsWith("no poll: UNAVAILABLE: io exception (Connection refused: /127.0.0.1:1)\n");
        JsonNode json = Json.read(line(LogLines.json(context), away), JsonNode.class);
        assertThat(json.path("formattedMessage").asText()).contains("Connection refused");
        assertThat(json.hasNonNull("throwable")).isFalse();
        assertThat(line(LogLines.text(context), Status.INTERNAL.asRuntimeException()))
                .contains("\tat ");
    }

    private String line(Encoder<ILoggingEvent> form, Throwable thrown) {
        LoggingEvent event = new LoggingEvent("", context.getLogger("any"), Level.WARN, "no poll", thrown, null);
        return new String(form.encode(event), UTF_8);
    }

    private String line(Encoder<ILoggingEvent> form) {
        LoggingEvent event = new LoggingEvent(
                "", context.getLogger("any"), Level.WARN, "password is {}", null, new Object[] {SECRET});
        return new String(form.encode(event), UTF_8);
    }
}
