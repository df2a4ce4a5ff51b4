package io.slipway.model.action;

import io.slipway.model.spec.Default;
import io.slipway.model.spec.Doc;
import io.slipway.model.spec.Literal;
import io.slipway.model.spec.OneOf;
import io.slipway.model.spec.Ref;
import io.slipway.model.spec.Refusals;
import io.slipway.model.spec.Verb;
import java.util.Optional;

/**
 * Scales a workload and waits until it has settled; with {@code restore} only for a time.
 *
 * <pre>{@code
 * scale: { of: deployment/flink-taskmanager, replicas: 6, restore: stage }
 * scale: { of: flinkdeployment/orders, parallelism: "${{ params.parallelism }}" }
 * }</pre>
 */
@Doc("Scales a workload and waits until the change is complete. Checks quotas first.")
@Verb(outputs = Scale.Outputs.class, undo = true)
@OneOf({"replicas", "parallelism"})
public record Scale(
        @Doc("Workload to scale, as kind/name.") Ref of,

        @Doc("Number of pods; for a FlinkDeployment, of TaskManagers.")
        Optional<Integer> replicas,

        @Doc("Parallelism: of the job of a FlinkDeployment or FlinkSessionJob, or of a Job.")
        Optional<Integer> parallelism,

        @Doc("When to restore the original size, regardless of failures (default: never).") @Literal
        Optional<Restore> restore,

        @Doc("Whether to fail if the quotas of the namespace do not allow it.") @Default("true")
        boolean confirmQuota,

        @Doc("Namespace (default: the target's).") Optional<String> namespace)
        implements Action {
    public Scale {
        Refusals refusals = new Refusals();
        notNegative(refusals, "replicas", replicas);
        notNegative(refusals, "parallelism", parallelism);
        refusals.raise();
    }

    private static void notNegative(Refusals refusals, String key, Optional<Integer> size) {
        refusals.when(
                size.filter(number -> number < 0).isPresent(),
                () -> "'" + key + "' must not be negative, but is " + size.orElseThrow());
    }

    /** The size that is wanted. */
    public int size() {
        return replicas.or(() -> parallelism).orElseThrow();
    }

    /** When the size before is put back. */
    public enum Restore {
        @Doc("When the steps of its stage have ended, successfully or not.")
        STAGE,
        @Doc("At the end of the rollout, before 'finally'.")
        PIPELINE
    }

    /** What later steps may use. */
    public record Outputs(
            @Doc("The previous size.") long before,
            @Doc("The new size.") long after) {}
}
