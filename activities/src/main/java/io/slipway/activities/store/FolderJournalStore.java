package io.slipway.activities.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.slipway.model.journal.JournalEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Journals as files of one JSON line an event: {@code <folder>/<rollout>/journal.jsonl}. A line that a killed process
 * left torn is passed over.
 */
public final class FolderJournalStore implements JournalStore {
    private static final String FILE = "journal.jsonl";

    private final Path folder;

    /** A store in that folder, which is made when the first event comes. */
    public FolderJournalStore(Path folder) {
        this.folder = folder;
    }

    private Path folder(String rollout) {
        return RolloutFolder.of(folder, rollout);
    }

    @Override
    public void append(String rollout, List<JournalEvent> events) {
        Path file = folder(rollout).resolve(FILE);
        try {
            write(file, JournalLines.write(events));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the journal at " + file, e);
        }
    }

    private static void write(Path file, String lines) throws IOException {
        try {
            Files.writeString(file, lines, UTF_8, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
        } catch (NoSuchFileException e) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, lines, UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    @Override
    public List<JournalEvent> events(String rollout) {
        Path file = folder(rollout).resolve(FILE);
        try {
            return JournalLines.read(Files.readAllLines(file, UTF_8));
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the journal at " + file, e);
        }
    }

    @Override
    public List<String> rollouts() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> Files.exists(entry.resolve(FILE)))
                    .sorted(Comparator.comparingLong(FolderJournalStore::touched)
                            .reversed())
                    .map(entry -> entry.getFileName().toString())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the journals at " + folder, e);
        }
    }

    private static long touched(Path entry) {
        try {
            return Files.getLastModifiedTime(entry.resolve(FILE)).toMillis();
        } catch (IOException e) {
            return 0;
        }
    }

    @Override
    public Instant lastTouched(String rollout) {
        return Instant.ofEpochMilli(touched(folder(rollout)));
    }

    @Override
    public String text(String rollout) {
        Path file = folder(rollout).resolve(FILE);
        try {
            return Files.readString(file, UTF_8);
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the journal at " + file, e);
        }
    }

    /** The journal first, so that half a removal is none to see. */
    @Override
    public void remove(String rollout) {
        Path entry = folder(rollout);
        try {
            Files.deleteIfExists(entry.resolve(FILE));
            List<Path> rest;
            try (Stream<Path> walk = Files.walk(entry)) {
                rest = walk.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path path : rest) {
                Files.deleteIfExists(path);
            }
        } catch (NoSuchFileException e) {
            // another process was quicker
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + entry, e);
        }
    }
}
