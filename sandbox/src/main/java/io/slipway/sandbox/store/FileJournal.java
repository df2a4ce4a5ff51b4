package io.slipway.sandbox.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * A journal of JSON lines beside a snapshot of JSON lines. Each change is one write to the file, so a killed process
 * loses at most the line it was writing; a torn last line is cut off when the journal is opened. (A change is not
 * forced to the disk: the machine losing power may cost the last seconds.)
 */
final class FileJournal implements Journal {

    private static final long COMPACT_AT_BYTES = 32L << 20;

    private final Path snapshotFile;
    private final Path journalFile;
    private FileChannel channel;
    private long compactAt = COMPACT_AT_BYTES;

    private FileJournal(Path folder) {
        this.snapshotFile = folder.resolve("snapshot.jsonl");
        this.journalFile = folder.resolve("journal.jsonl");
    }

    static FileJournal open(Path folder) throws IOException {
        Files.createDirectories(folder);
        FileJournal journal = new FileJournal(folder);
        journal.channel = FileChannel.open(
                journal.journalFile, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        return journal;
    }

    @Override
    public long restore(Shelves shelves) {
        try {
            long snapshot = 0;
            if (Files.exists(snapshotFile)) {
                snapshot = JournalReader.read(snapshotFile, shelves, 0).version();
            }
            JournalReader.Result result = JournalReader.read(journalFile, shelves, snapshot);
            channel.truncate(result.goodBytes());
            channel.position(result.goodBytes());
            return Math.max(snapshot, result.version());
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read the sandbox's store in " + journalFile.getParent(), failure);
        }
    }

    @Override
    public void append(StoreEvent event) {
        try {
            write(channel, JournalLine.of(event).bytes());
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write the sandbox's store to " + journalFile, failure);
        }
    }

    @Override
    public void compactWhenLarge(Shelves shelves, long version) {
        try {
            if (channel.position() >= compactAt) {
                compact(shelves, version);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write a snapshot to " + snapshotFile, failure);
        }
    }

    /** The snapshot replaces the old one in one step; journal lines it already holds are skipped by their version. */
    private void compact(Shelves shelves, long version) throws IOException {
        Path fresh = snapshotFile.resolveSibling("snapshot.jsonl.new");
        try (FileChannel out = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            for (JournalLine line : lines(shelves, version)) {
                write(out, line.bytes());
            }
        }
        Files.move(fresh, snapshotFile, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        channel.truncate(0);
        channel.position(0);
        compactAt = Math.max(COMPACT_AT_BYTES, 2 * Files.size(snapshotFile));
    }

    private static List<JournalLine> lines(Shelves shelves, long version) {
        List<JournalLine> lines = new java.util.ArrayList<>();
        lines.add(new JournalLine(version, Optional.empty(), false, Optional.empty()));
        shelves.forEach((kind, object) ->
                lines.add(new JournalLine(Meta.version(object), Optional.of(kind), false, Optional.of(object))));
        return lines;
    }

    private static void write(FileChannel into, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            into.write(buffer);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot close the sandbox's store in " + journalFile, failure);
        }
    }
}
