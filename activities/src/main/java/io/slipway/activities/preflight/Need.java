package io.slipway.activities.preflight;

import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.reach.Reach;
import io.slipway.activities.validate.probes.Seen;

/**
 * One thing the target must have.
 *
 * @param name for the report
 * @param kind which field of the block it is from
 * @param expected what must be, in words
 * @param optional whether its absence is only a warning
 * @param calls what the question asks of the API server
 * @param question asks for it
 */
record Need(String name, String kind, String expected, boolean optional, Declaration calls, Question question) {
    Need(String name, String kind, String expected, Declaration calls, Question question) {
        this(name, kind, expected, false, calls, question);
    }

    /** What the question asks of the API server; nothing of its own is what everybody may ask. */
    @FunctionalInterface
    interface Declaration {
        Calls of(Reach reach) throws InterruptedException;
    }

    /** Asks for a need. */
    @FunctionalInterface
    interface Question {
        Seen ask(Reach reach) throws InterruptedException;
    }
}
