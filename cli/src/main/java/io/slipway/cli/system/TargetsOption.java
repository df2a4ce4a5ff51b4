package io.slipway.cli.system;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.slipway.activities.cluster.targets.TargetConnector;
import io.slipway.cli.engine.FleetCluster;
import io.slipway.cli.error.CliException;
import io.slipway.model.check.Suggestion;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that gives a worker more targets than one. */
final class TargetsOption {
    private static final String ALL = "all";

    @Option(
            names = "--targets",
            split = ",",
            paramLabel = "CONTEXT",
            description = "More kube contexts that rollouts and fleets may name as their target, or 'all' of the"
                    + " kubeconfig's. A rollout that names none is carried out on --target.")
    private List<String> names = List.of();

    /**
     * The contexts; empty when none are asked for.
     *
     * @param kubeconfig the file; empty for the usual places
     * @throws CliException when the kubeconfig has no such context
     */
    Optional<FleetCluster> open(Optional<Path> kubeconfig) {
        if (names.isEmpty()) {
            return Optional.empty();
        }
        List<String> known = known(kubeconfig);
        if (names.equals(List.of(ALL))) {
            return Optional.of(FleetCluster.contexts(kubeconfig, known));
        }
        names.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw CliException.invalid(
                    "--targets: the kubeconfig has no context '" + name + "'" + Suggestion.hint(name, known),
                    known.isEmpty() ? "It has none." : "It has " + String.join(", ", known) + ".");
        });
        return Optional.of(FleetCluster.contexts(kubeconfig, names));
    }

    private static List<String> known(Optional<Path> kubeconfig) {
        try {
            return TargetConnector.contexts(kubeconfig);
        } catch (KubernetesClientException | IllegalArgumentException e) {
            throw CliException.invalid(
                    "--targets: the kubeconfig cannot be read: " + e.getMessage(), "Check --kubeconfig.");
        }
    }
}
