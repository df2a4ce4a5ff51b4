package io.slipway.wrong;

import java.util.List;

/**
 * What came of a wrong use.
 *
 * @param code the exit code
 * @param printed what it printed, line by line, with words in place of ids
 * @param changed whether a journal or the cluster is not as before
 */
record Seen(int code, List<String> printed, boolean changed) {
    Seen changed(boolean now) {
        return new Seen(code, printed, now);
    }

    /** Whether it is about a mistake in a file: those have a line each, as compilers write them, before the command's own. */
    boolean isOfAFile() {
        return printed.size() == 3 && printed.getFirst().startsWith("pipeline.yaml:");
    }

    /** The line that says what is wrong. */
    String line() {
        String first = printed.isEmpty() ? "" : printed.getFirst();
        return first.startsWith("slipway: ") ? first.substring("slipway: ".length()) : first;
    }

    /** What to do, or empty. */
    String advice() {
        return printed.size() < 2 ? "" : printed.getLast();
    }
}
