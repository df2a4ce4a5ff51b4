package io.slipway.activities.store;

import io.slipway.model.journal.JournalEvent;
import io.slipway.model.json.Json;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** How events are written: one JSON line each. A line that a killed process left torn is passed over. */
public final class JournalLines {
    private JournalLines() {}

    /** The lines of events, each with its end. */
    public static String write(List<JournalEvent> events) {
        StringBuilder lines = new StringBuilder();
        events.forEach(event -> lines.append(Json.write(event)).append('\n'));
        return lines.toString();
    }

    /** The events of lines, in order. */
    public static List<JournalEvent> read(List<String> lines) {
        List<JournalEvent> events = new ArrayList<>();
        lines.forEach(line -> read(line, events));
        return events;
    }

    private static void read(String line, List<JournalEvent> events) {
        if (line.endsWith("}")) {
            try {
                events.add(Json.read(line, JournalEvent.class));
            } catch (UncheckedIOException torn) {
                // two processes were killed in the same line; what it told happens again
            }
        }
    }
}
