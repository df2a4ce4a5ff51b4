package io.slipway.reports;

import io.slipway.model.journal.CheckResult;
import java.util.List;

/**
 * What came of a check.
 *
 * @param name the check's name
 * @param step the step it belongs to
 * @param probe key of its probe
 * @param passed whether it held
 * @param severity what a failure means: {@code error} or {@code warning}
 * @param expected what was expected
 * @param seen what was seen
 * @param seconds how long it took
 * @param asked how often it was asked
 * @param cause why it failed, or empty
 * @param fix what to do, or empty
 * @param guide sections of the guide that ask for it
 */
public record CheckReport(
        String name,
        String step,
        String probe,
        boolean passed,
        Severity severity,
        String expected,
        String seen,
        double seconds,
        int asked,
        String cause,
        String fix,
        List<String> guide) {

    /** What a failed check means. */
    public enum Severity {
        ERROR,
        WARNING
    }

    /** The check as the step recorded it. */
    static CheckReport of(String step, CheckResult check) {
        return new CheckReport(
                check.name(),
                step,
                check.probe(),
                check.passed(),
                check.warning() ? Severity.WARNING : Severity.ERROR,
                check.expected(),
                check.seen(),
                check.millis() / 1000.0,
                check.asked(),
                check.cause(),
                check.fix(),
                check.guide());
    }

    /** Whether it failed and is more than a warning. */
    public boolean failed() {
        return !passed && severity == Severity.ERROR;
    }

    /** Whether it failed but is only a warning. */
    public boolean warned() {
        return !passed && severity == Severity.WARNING;
    }
}
