package io.slipway.activities.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.slipway.model.fleet.FleetEvent;
import io.slipway.model.fleet.FleetJournal;
import io.slipway.model.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The journals of fleets, as files of one JSON line an event: {@code <folder>/<id>/journal.jsonl}. */
public final class FleetStore {
    private static final String FILE = "journal.jsonl";

    private final Path folder;

    /** A store in that folder, which is made when the first event comes. */
    public FleetStore(Path folder) {
        this.folder = folder;
    }

    /** The folder of one fleet's run; reports are written beside its journal. */
    public Path folder(String id) {
        Path path = folder.resolve(id.replaceAll("[^A-Za-z0-9._-]", "_")).normalize();
        if (!path.startsWith(folder) || path.equals(folder)) {
            throw new IllegalArgumentException("'" + id + "' is no id of a fleet's run");
        }
        return path;
    }

    /** Appends events, in order. They survive the death of this process. */
    public void append(String id, List<FleetEvent> events) {
        StringBuilder lines = new StringBuilder();
        events.forEach(event -> lines.append(Json.write(event)).append('\n'));
        Path file = folder(id).resolve(FILE);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, lines, UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the journal at " + file, e);
        }
    }

    /** The state that a run's events add up to. A line that a killed process left torn is passed over. */
    public FleetJournal journal(String id) {
        Path file = folder(id).resolve(FILE);
        List<FleetEvent> events = new ArrayList<>();
        try {
            Files.readAllLines(file, UTF_8).forEach(line -> read(line, events));
        } catch (NoSuchFileException e) {
            return new FleetJournal(id);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the journal at " + file, e);
        }
        return FleetJournal.of(id, events);
    }

    private static void read(String line, List<FleetEvent> events) {
        if (line.endsWith("}")) {
            try {
                events.add(Json.read(line, FleetEvent.class));
            } catch (UncheckedIOException torn) {
                // what it told happens again
            }
        }
    }

    /** The ids of all runs, the one with the latest event first. */
    public List<String> ids() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> Files.exists(entry.resolve(FILE)))
                    .sorted(Comparator.comparingLong(FleetStore::touched).reversed())
                    .map(entry -> entry.getFileName().toString())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the journals at " + folder, e);
        }
    }

    private static long touched(Path entry) {
        return entry.resolve(FILE).toFile().lastModified();
    }
}
