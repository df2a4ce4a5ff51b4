package io.slipway.activities.cluster.readiness.rule;

import java.util.Objects;

/**
 * What the state of one Kubernetes object means to somebody who waits for it.
 *
 * <p>{@link Ready}: it does its work, or has nothing to do. {@link Progressing}: not yet, and waiting may help.
 * {@link Failed}: its controller gave up or reports an error; waiting alone will hardly help. A suspended or paused
 * object is {@code Progressing}: it is not ready, and only a person can make it so.
 */
public sealed interface Readiness {

    /** Why, in one sentence for people; never blank. */
    String reason();

    /** The word used in JSON: {@code ready}, {@code progressing} or {@code failed}. */
    default String status() {
        return switch (this) {
            case Ready ignored -> "ready";
            case Progressing ignored -> "progressing";
            case Failed ignored -> "failed";
        };
    }

    /** True only for {@link Ready}. */
    default boolean isReady() {
        return this instanceof Ready;
    }

    /** It does its work, or has nothing to do. */
    record Ready(String reason) implements Readiness {
        public Ready {
            requireReason(reason);
        }
    }

    /** Not yet; waiting may help. */
    record Progressing(String reason) implements Readiness {
        public Progressing {
            requireReason(reason);
        }
    }

    /** Given up, or in error. */
    record Failed(String reason) implements Readiness {
        public Failed {
            requireReason(reason);
        }
    }

    private static void requireReason(String reason) {
        if (Objects.requireNonNull(reason, "reason").isBlank()) {
            throw new IllegalArgumentException("a readiness needs a reason");
        }
    }
}
