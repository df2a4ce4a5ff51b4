package io.slipway.activities.cluster.access;

/**
 * What came of a command.
 *
 * @param exitCode its exit code
 * @param stdout its output, capped
 * @param stderr its error output, capped
 * @param capped whether something was not kept
 */
public record ExecResult(int exitCode, String stdout, String stderr, boolean capped) {
    /** Whether it exited with 0. */
    public boolean ok() {
        return exitCode == 0;
    }
}
