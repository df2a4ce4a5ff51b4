package io.slipway.sandbox.shell;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a shell needs from the container it runs in. */
public interface ShellHost {
    /** The program with this name or path, if the image has it. */
    Optional<Command> command(String name);

    /** A file's text, if there is such a file. */
    Optional<String> read(String path);

    /** Writes a file of the container's own layer; it is gone with the container. */
    void write(String path, String text);

    /** Names in a folder; empty when there is no such folder. */
    Optional<List<String>> list(String path);

    /** Sleeps in simulated time. */
    void sleep(Duration time) throws InterruptedException;

    /** The pod's name. */
    String hostname();
}
