package io.slipway.cli.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AsidesTest {
    @TempDir
    private Path folder;

    @Test
    void whatWasLeftLongAgoGoes() throws IOException {
        Path old = left("id1.new", Duration.ofDays(2));
        Path other = left("other1.new", Duration.ofDays(2));
        Path young = left("id2.new", Duration.ofHours(1));

        Path made = Asides.make(folder, "id");

        assertThat(folder).isDirectoryNotContaining(old::equals);
        assertThat(List.of(other, young, made)).allMatch(Files::exists);
    }

    /** As when several commands begin in one folder: the files of one come and go while another looks at them. */
    @Test
    void thoseOfOtherProcessesMayGoMeanwhile() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                all.add(threads.submit(() -> {
                    for (int n = 0; n < 500; n++) {
                        Files.delete(Asides.make(folder, "id"));
                    }
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        assertThat(folder).isEmptyDirectory();
    }

    private Path left(String name, Duration ago) throws IOException {
        Path file = Files.createFile(folder.resolve(name));
        return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(ago)));
    }
}
