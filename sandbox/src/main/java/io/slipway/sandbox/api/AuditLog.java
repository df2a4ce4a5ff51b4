package io.slipway.sandbox.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Every request in the order of the answers: the last ones in memory, all of them as JSON lines in a file when the
 * sandbox has a folder. A line is in the file before the client gets its answer. Safe for any number of threads.
 */
public final class AuditLog implements AutoCloseable {

    private static final int KEPT = 100_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Deque<AuditEvent> events = new ArrayDeque<>();
    /** Not a channel: an interrupt of the thread that writes would close that for everybody. */
    private final Optional<OutputStream> file;

    private AuditLog(Optional<OutputStream> file) {
        this.file = file;
    }

    /**
     * A log that is only in memory.
     *
     * @return an empty log
     */
    public static AuditLog inMemory() {
        return new AuditLog(Optional.empty());
    }

    /**
     * A log that goes on with a file.
     *
     * @param path the file, made when missing
     * @return the log; what the file held before is not in memory
     * @throws IOException when the file cannot be written
     */
    public static AuditLog appendingTo(Path path) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        return new AuditLog(Optional.of(new FileOutputStream(path.toFile(), true)));
    }

    /**
     * Adds a request.
     *
     * @param event the request
     */
    public synchronized void add(AuditEvent event) {
        events.addLast(event);
        if (events.size() > KEPT) {
            events.removeFirst();
        }
        file.ifPresent(out -> write(out, event));
    }

    /**
     * The last requests.
     *
     * @return up to 100,000, the oldest first
     */
    public synchronized List<AuditEvent> events() {
        return new ArrayList<>(events);
    }

    /**
     * The last requests that match.
     *
     * @param filter which
     * @return the oldest first
     */
    public List<AuditEvent> events(Predicate<AuditEvent> filter) {
        return events().stream().filter(filter).toList();
    }

    private static void write(OutputStream out, AuditEvent event) {
        try {
            out.write((line(event) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write the audit log", failure);
        }
    }

    private static String line(AuditEvent event) throws IOException {
        ObjectNode json = JSON.createObjectNode().put("time", event.time().toString());
        json.put("verb", event.verb()).put("user", event.user());
        json.put("group", event.group()).put("resource", event.resource());
        json.put("subresource", event.subresource());
        json.put("namespace", event.namespace()).put("name", event.name());
        json.put("code", event.code()).put("userAgent", event.userAgent());
        json.put("fieldManager", event.fieldManager()).put("dryRun", event.dryRun());
        return JSON.writeValueAsString(json.put("path", event.path()));
    }

    /**
     * Reads a line of the file.
     *
     * @param line a line
     * @return the request
     * @throws IOException when it is not such a line
     */
    public static AuditEvent parse(String line) throws IOException {
        var json = JSON.readTree(line);
        return new AuditEvent(
                Instant.parse(json.path("time").asText()),
                json.path("verb").asText(),
                json.path("user").asText(),
                json.path("group").asText(),
                json.path("resource").asText(),
                json.path("subresource").asText(),
                json.path("namespace").asText(),
                json.path("name").asText(),
                json.path("code").asInt(),
                json.path("userAgent").asText(),
                json.path("fieldManager").asText(),
                json.path("dryRun").asBoolean(),
                json.path("path").asText());
    }

    /** Closes the file. */
    @Override
    public synchronized void close() {
        file.ifPresent(out -> {
            try {
                out.close();
            } catch (IOException failure) {
                throw new UncheckedIOException("cannot close the audit log", failure);
            }
        });
    }
}
