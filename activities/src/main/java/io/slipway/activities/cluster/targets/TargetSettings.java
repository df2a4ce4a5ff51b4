package io.slipway.activities.cluster.targets;

import io.slipway.activities.step.Target;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A target as the worker's configuration names it.
 *
 * @param name its name
 * @param kubeconfig the kubeconfig; empty for the usual places, or the service account inside a cluster
 * @param context context of the kubeconfig; empty for its current one
 * @param namespace namespace of objects that name none; empty for the context's
 * @param impersonate user to act as
 * @param impersonateGroups groups to act as
 * @param inside whether the worker runs in that cluster and reaches services by their names
 * @param ingress a way to Routes and Ingresses that the worker's name server does not know
 */
public record TargetSettings(
        String name,
        Optional<Path> kubeconfig,
        Optional<String> context,
        Optional<String> namespace,
        Optional<String> impersonate,
        List<String> impersonateGroups,
        boolean inside,
        Optional<Target.Ingress> ingress) {
    public TargetSettings {
        impersonateGroups = List.copyOf(impersonateGroups);
    }

    /** A target of that name with everything as usual. */
    public static TargetSettings usual(String name) {
        return new TargetSettings(
                name,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                false,
                Optional.empty());
    }
}
