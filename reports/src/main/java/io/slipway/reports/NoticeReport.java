package io.slipway.reports;

import io.slipway.model.journal.RolloutStatus;
import io.slipway.model.journal.Told;
import java.time.Instant;

/**
 * A notice of the rollout.
 *
 * @param status what was told of
 * @param step the step that waited; empty for the end
 * @param to where it went; empty when that is not known
 * @param delivered whether it was taken
 * @param why what went wrong, or empty
 * @param at when
 */
public record NoticeReport(RolloutStatus status, String step, String to, boolean delivered, String why, Instant at) {
    static NoticeReport of(Told told) {
        return new NoticeReport(told.status(), told.step(), told.to(), told.delivered(), told.why(), told.at());
    }

    /** What it was about, for people. */
    public String about() {
        return status.word() + (step.isEmpty() ? "" : " at " + step);
    }

    /** What became of it, for people. */
    public String outcome() {
        String whom = to.isEmpty() ? "" : " to " + to;
        return delivered ? "delivered" + whom : "not delivered" + whom + ": " + why;
    }
}
