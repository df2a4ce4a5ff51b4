package io.slipway.activities.cluster.readiness.general;

import io.slipway.activities.cluster.readiness.rule.Readiness;

/** Orders verdicts: of two, the worse one counts. */
final class Severity {

    private Severity() {}

    /** 0 ready, 1 progressing, 2 failed. */
    static int of(Readiness readiness) {
        return switch (readiness) {
            case Readiness.Ready ignored -> 0;
            case Readiness.Progressing ignored -> 1;
            case Readiness.Failed ignored -> 2;
        };
    }
}
