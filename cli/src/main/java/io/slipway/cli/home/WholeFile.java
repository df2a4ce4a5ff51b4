package io.slipway.cli.home;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that only its owner may read, and of which a reader never sees a half, also when its writer is killed. */
public final class WholeFile {
    private WholeFile() {}

    /** Writes it aside and puts it in the place of what was there; the file. */
    public static Path write(Path file, String text) throws IOException {
        Path aside = Asides.make(file.toAbsolutePath().getParent(), file.getFileName() + ".");
        try {
            Files.write(aside, text.getBytes(StandardCharsets.UTF_8));
            return Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(aside);
        }
    }
}
