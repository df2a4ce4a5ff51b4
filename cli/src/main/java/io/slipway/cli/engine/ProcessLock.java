package io.slipway.cli.engine;

import io.slipway.cli.error.CliException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A folder that only one process may use. The operating system lets it go when the process dies, however it dies. */
final class ProcessLock implements AutoCloseable {
    private final FileChannel channel;

    private ProcessLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the folder.
     *
     * @param what what it is, for the error
     * @throws CliException when another process has it
     */
    static ProcessLock take(Path folder, String what) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve("process.lock");
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock(Long.MAX_VALUE - 1, 1, false);
        if (lock == null) {
            String holder = Files.readString(file, StandardCharsets.UTF_8).strip();
            channel.close();
            throw CliException.failed(
                    what + " is in use by process " + holder,
                    "Decide in the live view of that process, end it first, or set SLIPWAY_HOME to another folder.");
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
        return new ProcessLock(channel);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
