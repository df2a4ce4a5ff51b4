package io.slipway.bench.bed;

import java.io.IOException;
import java.util.List;
import java.util.Set;

/** One measurement of the table. */
public interface Row {
    /** What is measured, for people. */
    String name();

    /** What of the test bed it needs; it is left out when one of these is not up. */
    Set<Part> needs();

    /** Measures and says what it sees; the lines are for the table. */
    List<Line> measure(Lab lab) throws IOException, InterruptedException;
}
