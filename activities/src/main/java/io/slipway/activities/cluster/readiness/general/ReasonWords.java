package io.slipway.activities.cluster.readiness.general;

import java.util.Locale;
import java.util.regex.Pattern;

/** Tells an error from mere progress by the words controllers use for both. */
public final class ReasonWords {

    /** In a CamelCase reason: something went wrong. */
    private static final Pattern ERROR = Pattern.compile(
            "fail|error|^err[A-Z]|invalid|denied|forbidden|unauthori[sz]ed|notfound|not_found|timeout|timedout"
                    + "|exceeded|conflict|backoff|unreachable|rejected|misconfigur|unsupported|mismatch|abort|crash"
                    + "|unable|cannot|stalled|degraded|unhealthy|badrequest|refused|malformed|notpermitted|violation"
                    + "|exception|missing|unresolvable|notpermitted|nocontrollerfound|expired|terminalcondition",
            Pattern.CASE_INSENSITIVE);

    /** In a CamelCase reason: something is under way. */
    private static final Pattern PROGRESS = Pattern.compile(
            "progress|pending|waiting|creating|installing|initiali[sz]|provisioning|reconciling|updating|upgrading"
                    + "|starting|deploying|scheduling|unpacking|issuing|scaling|deleting|terminating|restoring"
                    + "|notyet|building|pulling|retry|paused|suspended|inflight|cloning|migrating|requeue",
            Pattern.CASE_INSENSITIVE);

    /** In a CamelCase reason: there is nothing to do, so a False is no complaint. */
    private static final Pattern NEUTRAL = Pattern.compile(
            "^no(conflict|error|warning|failure|problem)|^completed$|^succeeded$|^done$|^finished$"
                    + "|disabled|notrequired|notapplicable|notneeded|notused|excluded|notconfigured|notenabled|noaction|skipped|optional",
            Pattern.CASE_INSENSITIVE);

    /** In a sentence: something went wrong. */
    private static final Pattern ERROR_SENTENCE = Pattern.compile(
            "\\b(failed|failure|error|errors|cannot|can't|unable|invalid|denied|forbidden|refused|timed out|exceeded"
                    + "|rejected|unauthorized|does not exist|not permitted)\\b",
            Pattern.CASE_INSENSITIVE);

    private ReasonWords() {}

    /** Whether this reason names an error; one that also names progress, such as a retry, does not. */
    public static boolean isError(String reason) {
        return ERROR.matcher(reason).find()
                && !NEUTRAL.matcher(reason).find()
                && !reason.toLowerCase(Locale.ROOT).startsWith("waiting");
    }

    /** Whether this reason says that something is under way. */
    public static boolean isProgress(String reason) {
        return !isError(reason) && PROGRESS.matcher(reason).find();
    }

    /** Whether this reason says that the matter does not concern the object. */
    public static boolean isNeutral(String reason) {
        return NEUTRAL.matcher(reason).find();
    }

    /** Whether this sentence names an error; for controllers that give no reason. */
    public static boolean isErrorSentence(String message) {
        return ERROR_SENTENCE.matcher(message).find();
    }
}
