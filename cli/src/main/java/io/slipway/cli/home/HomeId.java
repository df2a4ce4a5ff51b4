package io.slipway.cli.home;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** The id of a home folder: a file in it, made once, also when two processes come at the same time. */
final class HomeId {
    private HomeId() {}

    static String of(Path folder) throws IOException {
        Path file = folder.resolve("id");
        if (!Files.exists(file)) {
            make(folder, file);
        }
        return Files.readString(file, StandardCharsets.UTF_8).strip();
    }

    /** Written aside first, so that nobody reads half of it. */
    private static void make(Path folder, Path file) throws IOException {
        Files.createDirectories(folder);
        Path aside = Asides.make(folder, "id");
        try {
            Files.writeString(aside, UUID.randomUUID() + "\n", StandardCharsets.UTF_8);
            Files.createLink(file, aside);
        } catch (FileAlreadyExistsException e) {
            // another process was quicker, and its id counts
        } finally {
            Files.delete(aside);
        }
    }
}
