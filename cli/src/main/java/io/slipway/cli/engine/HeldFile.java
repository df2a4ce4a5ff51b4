package io.slipway.cli.engine;

import io.slipway.cli.home.Asides;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A file that is locked for as long as its process lives, and has its number in it. The operating system lets it go, however
 * the process dies.
 */
final class HeldFile implements AutoCloseable {
    /** A process that opens and closes a file that it holds itself would let it go (POSIX locks), so these are known. */
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private HeldFile(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Makes it. It gets its name when it is locked, so that nobody finds it free before. */
    static HeldFile make(Path file) throws IOException {
        Path held = file.toAbsolutePath().normalize();
        Path aside = Asides.make(held.getParent(), "held.");
        FileChannel channel = FileChannel.open(aside, StandardOpenOption.WRITE);
        try {
            channel.lock();
            channel.write(StandardCharsets.UTF_8.encode(
                    Long.toString(ProcessHandle.current().pid())));
            OWN.add(held);
            Files.move(aside, held, StandardCopyOption.ATOMIC_MOVE);
            return new HeldFile(held, channel);
        } catch (IOException e) {
            OWN.remove(held);
            channel.close();
            Files.deleteIfExists(aside);
            throw e;
        }
    }

    /** Whether a process that lives holds it. One at a time: two threads of a process cannot both try a lock. */
    static synchronized boolean isHeld(Path file) throws IOException {
        if (OWN.contains(file.toAbsolutePath().normalize())) {
            return true;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
        channel.close();
        OWN.remove(file);
    }
}
