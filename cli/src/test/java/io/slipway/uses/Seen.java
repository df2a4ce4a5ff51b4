package io.slipway.uses;

import java.util.List;

/**
 * What came of a use.
 *
 * @param code the exit code
 * @param printed what it printed, line by line
 */
record Seen(int code, List<String> printed) {
    /** The lines that hold one of the parts. */
    List<String> lines(List<String> says) {
        return printed.stream()
                .filter(line -> says.stream().anyMatch(line::contains))
                .toList();
    }
}
