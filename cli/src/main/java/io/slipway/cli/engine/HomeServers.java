package io.slipway.cli.engine;

import io.slipway.activities.cluster.lease.Standing;
import io.slipway.cli.home.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The embedded servers of a home folder, one for each process that carries rollouts out. Each has a file that its
 * process holds locked, so that others know whether it is still at work.
 */
public final class HomeServers {
    private static final String KIND = "slipway/";

    private final Path folder;
    private final String prefix;

    /** Those of that home. */
    public HomeServers(Home home) throws IOException {
        this.folder = home.folder().resolve("servers");
        this.prefix = KIND + home.id() + "/";
    }

    /** Marks this process as one of them, and tidies up after those that were killed. */
    ProcessMark take() throws IOException {
        Files.createDirectories(folder);
        for (Path file : files()) {
            if (!HeldFile.isHeld(file)) {
                Files.deleteIfExists(file);
            }
        }
        String id = UUID.randomUUID().toString();
        return new ProcessMark(prefix + id, HeldFile.make(folder.resolve(id)), this);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> isId(file.getFileName().toString())).toList();
        }
    }

    /** Whether a process of this home carries rollouts out now, without a Temporal server elsewhere. */
    public boolean atWork() throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        for (Path file : files()) {
            if (HeldFile.isHeld(file)) {
                return true;
            }
        }
        return false;
    }

    /** What is known of a server by its name: of this home, whether its process lives; of another, nothing. */
    public Standing standing(String server) {
        String id = server.startsWith(prefix) ? server.substring(prefix.length()) : "";
        if (!isId(id)) {
            return Standing.FOREIGN;
        }
        try {
            return HeldFile.isHeld(folder.resolve(id)) ? Standing.RUNNING : Standing.OVER;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isId(String name) {
        return name.matches("[0-9a-f-]{36}");
    }
}
