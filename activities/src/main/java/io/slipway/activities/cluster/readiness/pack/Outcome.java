package io.slipway.activities.cluster.readiness.pack;

import io.slipway.activities.cluster.readiness.rule.Readiness;

/** The three outcomes by their names in a pack. */
enum Outcome {
    READY,
    PROGRESSING,
    FAILED;

    Readiness because(String reason) {
        return switch (this) {
            case READY -> new Readiness.Ready(reason);
            case PROGRESSING -> new Readiness.Progressing(reason);
            case FAILED -> new Readiness.Failed(reason);
        };
    }
}
