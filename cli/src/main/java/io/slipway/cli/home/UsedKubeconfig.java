package io.slipway.cli.home;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Which kubeconfig a rollout was given by name, so that it goes on with the same one. Only its path is kept, beside the journal. */
public final class UsedKubeconfig {
    private final Path note;

    /** That of a rollout. */
    public UsedKubeconfig(Home home, String rollout) {
        note = home.folder(rollout).resolve("kubeconfig-path");
    }

    /** Keeps it. */
    public void keep(Path kubeconfig) throws IOException {
        Files.createDirectories(note.getParent());
        WholeFile.write(note, kubeconfig.toAbsolutePath().normalize().toString());
    }

    /** The file; empty when the rollout took that of the usual places. */
    public Optional<Path> file() throws IOException {
        return Files.exists(note)
                ? Optional.of(Path.of(Files.readString(note, StandardCharsets.UTF_8)))
                : Optional.empty();
    }
}
