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
@Doc("Scales a workload and waits until it has settled. The arithmetic of quotas comes before the change.")
@Verb(outputs = Scale.Outputs.class)
@OneOf({"replicas", "parallelism"})
public record Scale(
        @Doc("What is scaled, as kind/name.") Ref of,

        @Doc("How many pods; the TaskManagers of a FlinkDeployment.")
        Optional<Integer> replicas,

        @Doc("How many at once: of a FlinkDeployment or FlinkSessionJob its job's, of a Job its own.")
        Optional<Integer> parallelism,

        @Doc("When the size before is put back, whatever happened meanwhile; never when left out.") @Literal
        Optional<Restore> restore,

        @Doc("Whether it is refused when the quotas of the namespace have no room for it.") @Default("true")
        boolean confirmQuota,

        @Doc("Namespace; the target's own when left out.") Optional<String> namespace)
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
        @Doc("When the steps of its stage have ended, well or not.")
        STAGE,
        @Doc("At the end of the rollout, before 'finally'.")
        PIPELINE
    }

    /** What later steps may use. */
    public record Outputs(
            @Doc("The size before.") long before,
            @Doc("The size after.") long after) {}
}
