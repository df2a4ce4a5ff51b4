package io.slipway.activities.preflight;

import io.slipway.activities.reach.Reach;
import io.slipway.activities.validate.probes.Seen;

/**
 * One thing the target must have.
 *
 * @param name for the report
 * @param kind which field of the block it is from
 * @param expected what must be, in words
 * @param optional whether its absence is only a warning
 * @param question asks for it
 */
record Need(String name, String kind, String expected, boolean optional, Question question) {
    Need(String name, String kind, String expected, Question question) {
        this(name, kind, expected, false, question);
    }

    /** Asks for a need. */
    @FunctionalInterface
    interface Question {
        Seen ask(Reach reach) throws InterruptedException;
    }
}
