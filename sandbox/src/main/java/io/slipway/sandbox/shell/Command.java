package io.slipway.sandbox.shell;

/** A program of a simulated container. */
@FunctionalInterface
public interface Command {
    /** Runs it and gives its exit code. */
    int run(Invocation call) throws InterruptedException;
}
