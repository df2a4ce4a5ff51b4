package io.slipway.activities.cluster.readiness.builtin;

import io.slipway.activities.cluster.readiness.rule.Condition;
import io.slipway.activities.cluster.readiness.rule.KubeObject;
import io.slipway.activities.cluster.readiness.rule.Readiness;
import io.slipway.activities.cluster.readiness.rule.ReadinessRule;
import java.util.Optional;

/** A Job is ready when it is complete: whoever waits for a Job waits for its result, not for its start. */
final class JobRule implements ReadinessRule {

    @Override
    public Optional<Readiness> judge(KubeObject job) {
        Optional<Condition> failed = ended(job, "Failed").or(() -> ended(job, "FailureTarget"));
        if (failed.isPresent()) {
            return failed.map(c -> new Readiness.Failed(c.describe()));
        }
        if (ended(job, "Complete").isPresent()) {
            return Optional.of(new Readiness.Ready(job.number("status.succeeded", 0) + " pods have succeeded"));
        }
        if (job.flag("spec.suspend") || ended(job, "Suspended").isPresent()) {
            return Optional.of(new Readiness.Progressing("the job is suspended"));
        }
        return Optional.of(new Readiness.Progressing(describe(job)));
    }

    private static Optional<Condition> ended(KubeObject job, String type) {
        return job.condition(type).filter(Condition::isTrue);
    }

    private static String describe(KubeObject job) {
        if (!job.has("status.startTime")) {
            return "the job has not started";
        }
        return "the job runs: " + job.number("status.active", 0) + " active, " + job.number("status.succeeded", 0)
                + " succeeded, " + job.number("status.failed", 0) + " failed";
    }
}
