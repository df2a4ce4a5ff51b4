package io.slipway.bench;

/** Something that carries steps out one after another on the embedded server. */
public interface Contestant extends AutoCloseable {
    /** What it is called in the output. */
    String name();

    /** Carries so many steps out, one after another, and says how long that took. */
    Sample run(int steps) throws InterruptedException;

    @Override
    void close();
}
