package io.slipway.bench.apply;

import java.io.IOException;

/** Something that puts the objects on the cluster. */
interface Tool {
    /** What it is called in the output. */
    String name();

    /** Puts them into a namespace, and says how many seconds that took, from being asked to its end. */
    double apply(String namespace) throws IOException, InterruptedException;
}
