package io.slipway.cli.engine;

import io.slipway.cli.home.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The mark of a rollout that this process carries out without a Temporal server elsewhere: a file beside its journal that is
 * held for as long. One that nobody holds is of a process that was killed.
 */
final class Carried {
    private static final Logger log = LoggerFactory.getLogger(Carried.class);

    private final Optional<HeldFile> held;

    private Carried(Optional<HeldFile> held) {
        this.held = held;
    }

    /** Marks it, unless another process does or the workers of a server carry it out. */
    static Carried begin(EngineSession session, Home home, String rollout) {
        Path file = file(home, rollout);
        try {
            if (session.elsewhere().isPresent() || HeldFile.isHeld(file)) {
                return new Carried(Optional.empty());
            }
            Files.createDirectories(file.getParent());
            return new Carried(Optional.of(HeldFile.make(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** Whether the process that marked it lives; empty when none has, as with the rollouts of a fleet and children of others. */
    static Optional<Boolean> lives(Home home, String rollout) throws IOException {
        Path file = file(home, rollout);
        return Files.exists(file) ? Optional.of(HeldFile.isHeld(file)) : Optional.empty();
    }

    /** The number of the process that marked it and lives. */
    static Optional<String> process(Home home, String rollout) throws IOException {
        try {
            Path file = file(home, rollout);
            return HeldFile.isHeld(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty(); // it has ended meanwhile
        }
    }

    private static Path file(Home home, String rollout) {
        return home.folder(rollout).resolve("process");
    }

    /** Takes the mark away: it is over, or waits in its journal. */
    void end() {
        held.ifPresent(file -> {
            try {
                file.close();
            } catch (IOException e) {
                log.warn("the mark of an ended rollout was left behind; it is no longer held", e);
            }
        });
    }
}
