package io.slipway.cli.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeldFileTest {
    @TempDir
    private Path folder;

    /** As rollouts of one process that wait for the group of a process that was killed. */
    @Test
    void manyMayAskAtOnce() throws Exception {
        Path file = Files.writeString(folder.resolve("left"), "12345");
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            Callable<Boolean> ask = () -> isEverHeld(file);
            for (Future<Boolean> held :
                    threads.invokeAll(IntStream.range(0, 8).mapToObj(i -> ask).toList())) {
                assertThat(held.get()).isFalse();
            }
        }
    }

    private static boolean isEverHeld(Path file) throws IOException {
        for (int i = 0; i < 100; i++) {
            if (HeldFile.isHeld(file)) {
                return true;
            }
        }
        return false;
    }
}
