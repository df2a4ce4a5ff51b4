package io.slipway.activities.scale;

import io.slipway.activities.cluster.named.NamedObject;
import io.slipway.model.json.Hash;
import io.slipway.model.json.Json;
import io.slipway.workflows.contract.StepTask;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * What a {@code scale} step leaves on the object, in the same write as the new size: whoever puts the size back needs
 * nothing else, also when the worker that scaled is gone with all it knew.
 *
 * @param rollout the rollout that scaled
 * @param before the size before
 * @param after the size it scaled to
 * @param owned whether the pipeline's {@code deploy} had set the size, and is to own it again
 * @param restore whether the size is to be put back
 */
record Mark(String rollout, long before, long after, boolean owned, boolean restore) {
    private static final String PREFIX = "slipway.io/scaled-";
    private static final int SHORT = 10;

    /** Name of the annotation of a step: of all its tries, in all rollouts of the pipeline. */
    static String annotation(StepTask task) {
        return PREFIX + Hash.of(task.pipeline() + "/" + task.step()).substring(0, SHORT);
    }

    /** The step's mark on an object; one that cannot be read is none. */
    static Optional<Mark> on(NamedObject object, StepTask task) {
        String text = object.annotation(annotation(task));
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.read(text, Mark.class));
        } catch (UncheckedIOException notOurs) {
            return Optional.empty();
        }
    }

    boolean isOf(StepTask task) {
        return rollout.equals(task.rollout());
    }

    /** Whether an earlier rollout scaled it for a time, and ended without putting it back. */
    boolean isAbandoned(StepTask task, long now) {
        return !isOf(task) && restore && after == now;
    }
}
