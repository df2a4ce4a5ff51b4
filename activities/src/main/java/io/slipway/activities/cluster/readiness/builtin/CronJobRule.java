package io.slipway.activities.cluster.readiness.builtin;

import io.slipway.activities.cluster.readiness.rule.KubeObject;
import io.slipway.activities.cluster.readiness.rule.Readiness;
import io.slipway.activities.cluster.readiness.rule.ReadinessRule;
import java.util.Optional;

/**
 * A CronJob is in place as soon as it exists, and suspending it is a way to use it. Failed is only one whose last run
 * is over and came after the last that succeeded.
 */
final class CronJobRule implements ReadinessRule {

    @Override
    public Optional<Readiness> judge(KubeObject job) {
        if (job.flag("spec.suspend")) {
            return Optional.of(new Readiness.Ready("the schedule is in place, and suspended"));
        }
        String scheduled = job.text("status.lastScheduleTime");
        String succeeded = job.text("status.lastSuccessfulTime");
        // RFC 3339 in UTC with a fixed width, as the API server writes it, sorts as text.
        boolean lastFailed = !succeeded.isEmpty() && scheduled.compareTo(succeeded) > 0 && !job.has("status.active");
        if (lastFailed) {
            return Optional.of(new Readiness.Failed(
                    "the run of " + scheduled + " did not succeed; the last that did ended " + succeeded));
        }
        return Optional.of(new Readiness.Ready(
                scheduled.isEmpty() ? "the schedule is in place, nothing was due yet" : "last scheduled " + scheduled));
    }
}
