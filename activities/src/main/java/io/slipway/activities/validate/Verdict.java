package io.slipway.activities.validate;

/**
 * What came of asking once.
 *
 * @param passed whether the check holds
 * @param seen what was seen, masked, one line
 * @param cause why it does not hold, or empty
 * @param fix what to do, or empty
 */
record Verdict(boolean passed, String seen, String cause, String fix) {}
