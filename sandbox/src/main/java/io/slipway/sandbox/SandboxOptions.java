package io.slipway.sandbox;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How to start a sandbox.
 *
 * @param folder where it is kept; empty for a sandbox in memory
 * @param port the port of the API on loopback, 0 for any free one
 * @param pace how many simulated seconds pass in a real one
 * @param extensions parts to start besides those found by {@link java.util.ServiceLoader}
 * @param discover whether to look for extensions with {@link java.util.ServiceLoader}
 */
public record SandboxOptions(
        Optional<Path> folder, int port, double pace, List<SandboxExtension> extensions, boolean discover) {

    /** Keeps the list unmodifiable. */
    public SandboxOptions {
        extensions = List.copyOf(extensions);
    }

    /**
     * A sandbox in memory, on any port, at the usual pace, with the extensions found.
     *
     * @return the options
     */
    public static SandboxOptions inMemory() {
        return new SandboxOptions(Optional.empty(), 0, SandboxClock.USUAL_PACE, List.of(), true);
    }

    /**
     * The same, kept in a folder.
     *
     * @param folder the folder, made when missing
     * @return the options
     */
    public SandboxOptions keptIn(Path folder) {
        return new SandboxOptions(Optional.of(folder), port, pace, extensions, discover);
    }

    /**
     * The same on a port.
     *
     * @param port the port on loopback
     * @return the options
     */
    public SandboxOptions onPort(int port) {
        return new SandboxOptions(folder, port, pace, extensions, discover);
    }

    /**
     * The same at a pace.
     *
     * @param pace how many simulated seconds pass in a real one
     * @return the options
     */
    public SandboxOptions atPace(double pace) {
        return new SandboxOptions(folder, port, pace, extensions, discover);
    }

    /**
     * The same with exactly these extensions and none that is found.
     *
     * @param extensions the extensions
     * @return the options
     */
    public SandboxOptions withOnly(List<SandboxExtension> extensions) {
        return new SandboxOptions(folder, port, pace, extensions, false);
    }
}
