package io.slipway.model.journal;

import java.util.List;

/**
 * What came of one check.
 *
 * @param name the check's name
 * @param probe key of its probe
 * @param passed whether it held
 * @param warning whether a failure is only a warning
 * @param expected what was expected, for people
 * @param seen what was seen, capped and masked
 * @param millis how long it took
 * @param asked how often it was asked
 * @param cause why it failed, or empty
 * @param fix what to do, or empty
 * @param guide sections of the guide that ask for it
 */
public record CheckResult(
        String name,
        String probe,
        boolean passed,
        boolean warning,
        String expected,
        String seen,
        long millis,
        int asked,
        String cause,
        String fix,
        List<String> guide) {
    public CheckResult {
        cause = cause == null ? "" : cause;
        fix = fix == null ? "" : fix;
        guide = guide == null ? List.of() : List.copyOf(guide);
    }
}
