package io.slipway.sandbox.store;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
    /** Not a channel: an interrupt of the thread that writes would close that for everybody. */
    private RandomAccessFile file;

    private long compactAt = COMPACT_AT_BYTES;

    private FileJournal(Path folder) {
        this.snapshotFile = folder.resolve("snapshot.jsonl");
        this.journalFile = folder.resolve("journal.jsonl");
    }

    static FileJournal open(Path folder) throws IOException {
        Files.createDirectories(folder);
        FileJournal journal = new FileJournal(folder);
        journal.file = new RandomAccessFile(journal.journalFile.toFile(), "rw");
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
            file.setLength(result.goodBytes());
            file.seek(result.goodBytes());
            return Math.max(snapshot, result.version());
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read the sandbox's store in " + journalFile.getParent(), failure);
        }
    }

    @Override
    public void append(StoreEvent event) {
        try {
            file.write(JournalLine.of(event).bytes());
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write the sandbox's store to " + journalFile, failure);
        }
    }

    @Override
    public void compactWhenLarge(Shelves shelves, long version) {
        try {
            if (file.getFilePointer() >= compactAt) {
                compact(shelves, version);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write a snapshot to " + snapshotFile, failure);
        }
    }

    /** The snapshot replaces the old one in one step; journal lines it already holds are skipped by their version. */
    private void compact(Shelves shelves, long version) throws IOException {
        Path fresh = snapshotFile.resolveSibling("snapshot.jsonl.new");
        try (OutputStream out = new BufferedOutputStream(new FileOutputStream(fresh.toFile()))) {
            for (JournalLine line : lines(shelves, version)) {
                out.write(line.bytes());
            }
        }
        Files.move(fresh, snapshotFile, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        file.setLength(0);
        file.seek(0);
        compactAt = Math.max(COMPACT_AT_BYTES, 2 * Files.size(snapshotFile));
    }

    private static List<JournalLine> lines(Shelves shelves, long version) {
        List<JournalLine> lines = new java.util.ArrayList<>();
        lines.add(new JournalLine(version, Optional.empty(), false, Optional.empty()));
        shelves.forEach((kind, object) ->
                lines.add(new JournalLine(Meta.version(object), Optional.of(kind), false, Optional.of(object))));
        return lines;
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot close the sandbox's store in " + journalFile, failure);
        }
    }
}
