package io.slipway.bench.temporal;

/** Something that carries workflows out, many at once. */
interface Runner extends AutoCloseable {
    /** Carries one out with so many steps or activities, and returns its workflow's id when it has ended. */
    String once(int steps);

    @Override
    void close();
}
