package io.slipway.cli.home;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Which Temporal server carries a rollout out, so that who decides about it need not name that again. Only address and
 * namespace are kept, beside the journal.
 */
public final class UsedServer {
    private static final String FILE = "temporal-server";

    private final Path note;

    /** That of a rollout. */
    public UsedServer(Home home, String rollout) {
        note = home.folder(rollout).resolve(FILE);
    }

    /** Whether the folder of a rollout tells of one. */
    static boolean isNotedIn(Path folder) {
        return Files.exists(folder.resolve(FILE));
    }

    /** Keeps it. */
    public void keep(Named server) throws IOException {
        Files.createDirectories(note.getParent());
        Files.writeString(note, server.address() + "\n" + server.namespace() + "\n", StandardCharsets.UTF_8);
    }

    /** A process of this home carries the rollout out from now on. */
    public void forget() throws IOException {
        Files.deleteIfExists(note);
    }

    /** The server; empty when none is known, or the rollout is one of a process of this home. */
    public Optional<Named> named() throws IOException {
        if (!Files.exists(note)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(note, StandardCharsets.UTF_8);
        return lines.size() < 2 ? Optional.empty() : Optional.of(new Named(lines.get(0), lines.get(1)));
    }

    /**
     * A server.
     *
     * @param address its host and port
     * @param namespace its namespace
     */
    public record Named(String address, String namespace) {
        @Override
        public String toString() {
            return "the Temporal server at " + address + ", namespace " + namespace;
        }
    }
}
