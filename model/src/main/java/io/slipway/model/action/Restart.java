package io.slipway.model.action;

import io.slipway.model.spec.Default;
import io.slipway.model.spec.Doc;
import io.slipway.model.spec.OneOf;
import io.slipway.model.spec.Ref;
import io.slipway.model.spec.Verb;
import java.util.List;
import java.util.Optional;

/**
 * Restarts the pods of workloads one after another, as {@code kubectl rollout restart} does, and waits.
 *
 * <pre>{@code
 * restart: { of: deployment/flink-taskmanager }
 * restart: { selector: app.kubernetes.io/name=flink }
 * }</pre>
 */
@Doc("Replaces the pods of workloads in a rolling way and waits until all are ready.")
@Verb(outputs = Restart.Outputs.class)
@OneOf({"of", "selector"})
public record Restart(
        @Doc("A Deployment, StatefulSet or DaemonSet as kind/name.")
        Optional<Ref> of,

        @Doc("Label selector of the workloads; there must be one.")
        Optional<String> selector,

        @Doc("Kinds the selector looks for.") @Default("[Deployment, StatefulSet, DaemonSet]")
        List<String> kinds,

        @Doc("Namespace; the target's own when left out.") Optional<String> namespace)
        implements Action {

    /** What later steps may use. */
    public record Outputs(
            @Doc("The revision the pods have now; of several workloads one after another.")
            String revision) {}
}
