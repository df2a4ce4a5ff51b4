package io.slipway.activities.step;

import io.slipway.model.journal.Change;
import io.slipway.model.journal.CheckResult;
import io.slipway.model.journal.Finding;

/** Where a verb leaves the evidence of a step. Thread-safe; everything is masked on its way out. */
public interface Recorder {
    /** A fact about an object. */
    void change(Change change);

    /** What came of a check. */
    void check(CheckResult check);

    /** Something the diagnosis found. */
    void finding(Finding finding);

    /** A line worth reading in the report. */
    void note(String line);

    /** Something that should be known but does not fail the step. */
    void warning(String line);

    /**
     * A log to keep with the report and to show to those who follow the step.
     *
     * @param name where it is from, such as {@code pod/spark-pi-driver}
     */
    LogSink log(String name);

    /** A log that is being kept. Closing it stores it. */
    interface LogSink extends AutoCloseable {
        /** One line, without its line end. */
        void line(String text);

        @Override
        void close();
    }
}
