package io.slipway.sandbox.api.pods;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.api.ApiBackend;
import io.slipway.sandbox.api.ContainerLog;
import io.slipway.sandbox.api.ContainerRef;
import io.slipway.sandbox.api.LogLine;
import io.slipway.sandbox.api.http.Exchange;
import io.slipway.sandbox.api.http.WebSockets;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.Refusals;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** {@code pods/log}: reads and follows the log of a container. */
public final class LogApi {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

    private final ApiBackend backend;

    /**
     * Reads the logs of a runtime.
     *
     * @param backend the store and the runtime
     */
    public LogApi(ApiBackend backend) {
        this.backend = backend;
    }

    /**
     * Answers a request for the log of a pod.
     *
     * @param exchange the request
     * @param namespace the pod's namespace
     * @param name the pod's name
     * @throws IOException when the client went away
     * @throws InterruptedException when the server stops
     */
    public void answer(Exchange exchange, String namespace, String name) throws IOException, InterruptedException {
        LogOptions options = LogOptions.of(exchange, name);
        ObjectNode pod = Targets.pod(backend.store(), namespace, name);
        ContainerRef container = Targets.container(pod, exchange.query("container"));
        answer(exchange, options, pod, container);
    }

    private void answer(Exchange exchange, LogOptions options, ObjectNode pod, ContainerRef container)
            throws IOException, InterruptedException {
        Optional<ContainerLog> log = backend.runtime().get().log(container, options.previous());
        if (log.isEmpty()) {
            throw Refusals.badRequest(reason(pod, container, options));
        }
        if (exchange.wantsWebSocket()) {
            WebSockets.upgrade(
                    exchange,
                    List.of(),
                    socket -> copy(
                            log.get(),
                            options,
                            socket::isOpen,
                            text -> socket.sendBinary(text.getBytes(StandardCharsets.UTF_8))));
            return;
        }
        if (!options.follow()) {
            String text = options.text(options.first(log.get().lines()));
            exchange.respond(200, "text/plain", text.getBytes(StandardCharsets.UTF_8));
            return;
        }
        try (OutputStream out = exchange.stream(200, "text/plain")) {
            copy(log.get(), options, exchange::connected, text -> {
                out.write(text.getBytes(StandardCharsets.UTF_8));
                out.flush();
            });
        }
        exchange.finish();
    }

    /** Where the text of a log goes. */
    private interface Sink {
        void write(String text) throws IOException;
    }

    private static void copy(ContainerLog log, LogOptions options, BooleanSupplier reader, Sink out)
            throws IOException, InterruptedException {
        ContainerLog.Page page = log.page(0);
        write(options, options.first(page.lines()), out);
        while (options.follow() && reader.getAsBoolean() && log.awaitMore(page.next(), LOOK_AGAIN)) {
            page = log.page(page.next());
            write(options, page.lines(), out);
        }
    }

    private static void write(LogOptions options, List<LogLine> lines, Sink out) throws IOException {
        if (!lines.isEmpty()) {
            out.write(options.text(lines));
        }
    }

    private static String reason(ObjectNode pod, ContainerRef container, LogOptions options) {
        if (options.previous()) {
            return "previous terminated container \"%s\" in pod \"%s\" not found"
                    .formatted(container.container(), Meta.name(pod));
        }
        JsonNode waiting =
                Targets.status(pod, container.container()).path("state").path("waiting");
        String why = waiting.path("reason").asText("ContainerCreating");
        return "container \"%s\" in pod \"%s\" is waiting to start: %s"
                .formatted(container.container(), Meta.name(pod), waitingText(why));
    }

    private static String waitingText(String reason) {
        return switch (reason) {
            case "ErrImagePull", "ImagePullBackOff" -> "trying and failing to pull image";
            default -> reason;
        };
    }
}
