package io.slipway.activities.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Logs as files of one JSON line an event: {@code <folder>/<id>/journal.jsonl}. A line that a killed process left torn
 * is passed over.
 */
final class FolderLogs<E> implements EventLogs<E> {
    private static final String FILE = "journal.jsonl";

    private final Path folder;
    private final Class<E> kind;

    /** Logs in that folder, which is made when the first event comes. */
    FolderLogs(Path folder, Class<E> kind) {
        this.folder = folder;
        this.kind = kind;
    }

    private Path file(String id) {
        return LogFolder.of(folder, id).resolve(FILE);
    }

    @Override
    public void append(String id, List<? extends E> events) {
        Path file = file(id);
        try {
            write(file, (torn(file) ? "\n" : "") + EventLines.write(events));
        } catch (IOException e) {
            throw new StoreTrouble("cannot write the journal at " + file, e);
        }
    }

    /** Whether a process was killed, or the disk was full, in the middle of the last line: it must not spoil the next. */
    private static boolean torn(Path file) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            return channel.size() > 0 && channel.position(channel.size() - 1).read(last) == 1 && last.get(0) != '\n';
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static void write(Path file, String lines) throws IOException {
        ByteBuffer whole = UTF_8.encode(lines);
        try {
            write(file, whole, StandardOpenOption.WRITE);
        } catch (NoSuchFileException e) {
            Files.createDirectories(file.getParent());
            write(file, whole, StandardOpenOption.CREATE);
        }
    }

    /** In one go, which others' lines cannot come between: steps side by side and other processes append as well. */
    private static void write(Path file, ByteBuffer whole, StandardOpenOption how) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file, how, StandardOpenOption.APPEND)) {
            while (whole.hasRemaining()) {
                channel.write(whole);
            }
        }
    }

    @Override
    public List<E> events(String id) {
        return EventLines.read(text(id), kind);
    }

    @Override
    public String text(String id) {
        Path file = file(id);
        try {
            return new String(Files.readAllBytes(file), UTF_8); // a line may be torn in the middle of a character
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw new StoreTrouble("cannot read the journal at " + file, e);
        }
    }

    @Override
    public Optional<E> first(String id) {
        Path file = file(id);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(Files.newInputStream(file), UTF_8))) {
            return EventLines.read(Objects.requireNonNullElse(lines.readLine(), ""), kind).stream()
                    .findFirst();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new StoreTrouble("cannot read the journal at " + file, e);
        }
    }

    @Override
    public SequencedMap<String, Instant> touched() {
        if (!Files.isDirectory(folder)) {
            return Collections.emptyNavigableMap();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return LatestFirst.of(entries.filter(entry -> Files.exists(entry.resolve(FILE)))
                    .collect(Collectors.toMap(entry -> entry.getFileName().toString(), FolderLogs::touched)));
        } catch (IOException e) {
            throw new StoreTrouble("cannot read the journals at " + folder, e);
        }
    }

    private static Instant touched(Path entry) {
        try {
            return Files.getLastModifiedTime(entry.resolve(FILE)).toInstant();
        } catch (IOException e) {
            return Instant.EPOCH;
        }
    }

    /** The journal first, so that half a removal is none to see. */
    @Override
    public void remove(String id) {
        Path entry = LogFolder.of(folder, id);
        try {
            Files.deleteIfExists(file(id));
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
            throw new StoreTrouble("cannot remove " + entry, e);
        }
    }
}
