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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A journal of JSON lines beside a snapshot of JSON lines. Each change is one write to the file, so a killed process
 * loses at most the line it was writing; a torn last line is cut off when the journal is opened. (A change is not
 * forced to the disk: the machine losing power may cost the last seconds.)
 */
final class FileJournal implements Journal {

    private static final Logger LOG = LoggerFactory.getLogger(FileJournal.class);
    private static final String JOURNAL = "journal.jsonl";
    private static final long COMPACT_AT_BYTES = 32L << 20;

    private final Path snapshotFile;
    private final Path journalFile;
    /** Not a channel: an interrupt of the thread that writes would close that for everybody. */
    private final RandomAccessFile file;

    private long compactAt = COMPACT_AT_BYTES;

    private FileJournal(Path folder, RandomAccessFile file) {
        this.snapshotFile = folder.resolve("snapshot.jsonl");
        this.journalFile = folder.resolve(JOURNAL);
        this.file = file;
    }

    static FileJournal open(Path folder) throws IOException {
        Files.createDirectories(folder);
        return on(folder, new RandomAccessFile(folder.resolve(JOURNAL).toFile(), "rw"));
    }

    static FileJournal on(Path folder, RandomAccessFile file) {
        return new FileJournal(folder, file);
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
            long start = file.getFilePointer();
            try {
                file.write(JournalLine.of(event).bytes());
            } catch (IOException failure) {
                cutOff(start, failure);
                throw failure;
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write the sandbox's store to " + journalFile, failure);
        }
    }

    /** A full disk takes part of a line, and behind that the next one could not be read. */
    private void cutOff(long start, IOException failure) {
        try {
            file.setLength(start);
            file.seek(start);
        } catch (IOException worse) {
            failure.addSuppressed(worse);
        }
    }

    @Override
    public void compactWhenLarge(Shelves shelves, long version) {
        try {
            if (file.getFilePointer() >= compactAt) {
                compact(shelves, version);
            }
        } catch (IOException failure) {
            LOG.warn("cannot write a snapshot to {}; the journal goes on to grow", snapshotFile, failure);
            compactAt *= 2; // what was written is in the journal all the same
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
        List<JournalLine> lines = new ArrayList<>();
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
