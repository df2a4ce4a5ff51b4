package io.slipway.model.action;

import io.slipway.model.spec.Default;
import io.slipway.model.spec.Doc;
import io.slipway.model.spec.Ref;
import io.slipway.model.spec.Verb;
import java.util.Optional;

/**
 * Lets Flux reconcile an object now, and waits until it is ready, at a revision when one is named.
 *
 * <pre>{@code
 * reconcile: { flux: gitrepository/platform }
 * reconcile: { flux: helmrelease/spark-operator, revision: 2.2.0 }
 * }</pre>
 */
@Doc("Makes Flux reconcile an object now and waits until it is ready; names the object that blocks it.")
@Verb(outputs = Reconcile.Outputs.class)
public record Reconcile(
        @Doc("A Flux object as kind/name: HelmRelease, Kustomization, GitRepository, OCIRepository and so on.")
        Ref flux,

        @Doc("Required revision: a chart version, or a Git branch, tag or commit prefix. Its source is fetched first.")
        Optional<String> revision,

        @Doc("Whether to upgrade a HelmRelease even if nothing has changed.") @Default("false")
        boolean force,

        @Doc("Namespace (default: the target's).") Optional<String> namespace)
        implements Action {

    /** What later steps may use. */
    public record Outputs(@Doc("Its current revision.") String revision) {}
}
