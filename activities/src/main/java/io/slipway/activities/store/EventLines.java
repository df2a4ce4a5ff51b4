package io.slipway.activities.store;

import io.slipway.model.json.Json;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How events are written: one JSON line each. A line that a killed process left torn is passed over. */
public final class EventLines {
    private EventLines() {}

    /** The lines of events, each with its end. */
    public static String write(List<?> events) {
        StringBuilder lines = new StringBuilder();
        events.forEach(event -> lines.append(Json.write(event)).append('\n'));
        return lines.toString();
    }

    /** The events of a text of lines, in order. */
    public static <E> List<E> read(String text, Class<E> kind) {
        return read(text.lines(), kind);
    }

    /** Those of the events in whose lines that word stands in quotes; the others cost no more than a look for it. */
    public static <E> List<E> about(String word, String text, Class<E> kind) {
        String quoted = Json.write(word);
        return read(text.lines().filter(line -> line.contains(quoted)), kind);
    }

    private static <E> List<E> read(Stream<String> lines, Class<E> kind) {
        List<E> events = new ArrayList<>();
        lines.filter(line -> line.endsWith("}")).forEach(line -> read(line, kind, events));
        return events;
    }

    private static <E> void read(String line, Class<E> kind, List<E> events) {
        try {
            events.add(Json.read(line, kind));
        } catch (UncheckedIOException torn) {
            // what it told happens again
        }
    }
}
