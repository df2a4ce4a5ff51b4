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
@Doc("Lets Flux reconcile an object now and waits until it is ready; the object that it waits for is named.")
@Verb(outputs = Reconcile.Outputs.class)
public record Reconcile(
        @Doc("An object of Flux as kind/name: HelmRelease, Kustomization, GitRepository, OCIRepository and so on.")
        Ref flux,

        @Doc(
                "The revision it must be at: of a chart its version, of Git a branch, a tag or the begin of a commit. Its source is fetched first.")
        Optional<String> revision,

        @Doc("Whether a HelmRelease is upgraded although nothing has changed.") @Default("false")
        boolean force,

        @Doc("Namespace; the target's own when left out.") Optional<String> namespace)
        implements Action {

    /** What later steps may use. */
    public record Outputs(@Doc("The revision it is at.") String revision) {}
}
