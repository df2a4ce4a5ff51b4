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
@Doc("Restarts workloads pod by pod and waits until all pods are ready.")
@Verb(outputs = Restart.Outputs.class, undo = true)
@OneOf({"of", "selector"})
public record Restart(
        @Doc("A Deployment, StatefulSet or DaemonSet as kind/name.")
        Optional<Ref> of,

        @Doc("Label selector of the workloads; it must match at least one.")
        Optional<String> selector,

        @Doc("Kinds to which the selector applies.") @Default("[Deployment, StatefulSet, DaemonSet]")
        List<String> kinds,

        @Doc("Namespace (default: the target's).") Optional<String> namespace)
        implements Action {

    /** What later steps may use. */
    public record Outputs(
            @Doc("Current revision of the pods; of several workloads, one after another.")
            String revision) {}
}
