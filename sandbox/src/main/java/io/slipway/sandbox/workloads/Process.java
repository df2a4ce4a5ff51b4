package io.slipway.sandbox.workloads;

import io.slipway.sandbox.shell.ShellHost;
import java.time.Duration;

/** A running process of a container. */
public interface Process {
    /** The container it runs in. */
    Container container();

    /** How often the container was restarted before this process. */
    int restarts();

    /**
     * Writes a line to the container's log. A process that is run again after a restart of the sandbox writes the same
     * lines in the same order: those already in the log are not repeated.
     */
    void log(String line);

    /** Sleeps in simulated time. */
    void sleep(Duration time) throws InterruptedException;

    /** Goes on until the container is stopped. */
    void runForEver() throws InterruptedException;

    /** The files and programs of the container. */
    ShellHost host();
}
