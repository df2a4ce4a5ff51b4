package io.slipway.sandbox.kubelet;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.api.ContainerLog;
import io.slipway.sandbox.state.SimulatorState;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The logs of all containers, by pod, container and instance; written to the store a moment after they change. */
final class Logs {
    /** A log is written as a whole: the longer it is, the more seldom, which many lines a second ask for. */
    private static final Duration REST_OF_A_LINE = Duration.ofNanos(100_000);

    private final SimulatorState state;
    private final Map<String, Book> books = new ConcurrentHashMap<>();

    Logs(SimulatorState state) {
        this.state = state;
    }

    /** The log of an instance of a container, made when it is not there. */
    Book open(String podUid, String container, int instance) {
        return books.computeIfAbsent(key(podUid, container, instance), this::load);
    }

    /** The log of an instance if it was ever written. */
    Optional<Book> find(String podUid, String container, int instance) {
        String key = key(podUid, container, instance);
        Book known = books.get(key);
        if (known != null || instance < 0) {
            return Optional.ofNullable(known);
        }
        return state.read(key).map(saved -> books.computeIfAbsent(key, this::load));
    }

    /** Writes what changed to the store. */
    void flush() {
        books.forEach((key, book) -> book.saveIfDue());
    }

    /** Forgets the logs of a pod that is gone. */
    void forget(String podUid) {
        books.keySet().removeIf(key -> key.startsWith(podUid + "."));
        state.keys(podUid + ".").forEach(state::remove);
    }

    /** Forgets an old instance of a container: the kubelet keeps the last two. */
    void forget(String podUid, String container, int instance) {
        books.remove(key(podUid, container, instance));
        state.remove(key(podUid, container, instance));
    }

    private static String key(String podUid, String container, int instance) {
        return podUid + "." + container + "." + instance;
    }

    private Book load(String key) {
        Book book = new Book(key);
        state.read(key).ifPresent(book::restore);
        return book;
    }

    /** One log. */
    final class Book {
        private final String key;
        private final ContainerLog log = new ContainerLog();
        private int ownLines;
        private int saved;
        private Instant due = Instant.MIN;

        private Book(String key) {
            this.key = key;
        }

        ContainerLog log() {
            return log;
        }

        /** Lines its own process wrote: a process run again skips so many. */
        synchronized int ownLines() {
            return ownLines;
        }

        synchronized void own(String line) {
            ownLines++;
            append(line);
        }

        synchronized void append(String line) {
            log.append(line.isEmpty() ? "\n" : line);
        }

        private synchronized void restore(ObjectNode kept) {
            kept.path("lines").forEach(line -> append(line.asText()));
            ownLines = kept.path("own").asInt();
            saved = log.page(0).next();
        }

        private synchronized void saveIfDue() {
            if (!Instant.now().isBefore(due)) {
                save();
            }
        }

        synchronized void save() {
            if (log.page(saved).lines().isEmpty()) {
                return;
            }
            ContainerLog.Page page = log.page(0);
            ObjectNode data = JsonNodeFactory.instance.objectNode();
            data.put("own", ownLines);
            var array = data.putArray("lines");
            page.lines().forEach(line -> array.add(line.text()));
            state.write(key, data);
            saved = page.next();
            due = Instant.now().plus(REST_OF_A_LINE.multipliedBy(page.lines().size()));
        }
    }
}
