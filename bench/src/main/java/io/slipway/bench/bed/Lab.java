package io.slipway.bench.bed;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What a row measures with.
 *
 * @param bed the servers
 * @param slipway the command {@code slipway} as users start it
 * @param work a folder for files of this run
 * @param runs how often what is short is measured; medians are of so many
 * @param out where it says what it measured
 */
public record Lab(TestBed bed, Path slipway, Path work, int runs, PrintStream out) {
    /** The kube context of the test bed. */
    public static final String TARGET = "testbed";

    /** Says one figure. */
    public void say(String what, Object figure) {
        out.printf(Locale.ROOT, "  %-44s %s%n", what, figure);
    }
}
