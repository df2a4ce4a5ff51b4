package io.slipway.cli.system;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.slipway.activities.cluster.targets.TargetConnector;
import io.slipway.cli.engine.FleetCluster;
import io.slipway.cli.error.CliException;
import io.slipway.model.check.CheckedInventory;
import io.slipway.model.check.Problem;
import io.slipway.model.check.Suggestion;
import io.slipway.model.fleet.FleetTarget;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** The option that gives a worker more targets than one. */
final class TargetsOption {
    private static final String ALL = "all";

    @Option(
            names = "--targets",
            split = ",",
            paramLabel = "CONTEXT",
            description = "More kube contexts that rollouts and fleets can use as targets, 'all' contexts of the"
                    + " kubeconfig, or a fleet inventory such as inventory.yaml. Rollouts without a target use"
                    + " --target.")
    private List<String> names = List.of();

    @Option(
            names = "--selector",
            paramLabel = "LABELS",
            description = "Label selector for targets of the inventory, such as region=eu (default: all).")
    private Optional<String> selector = Optional.empty();

    /**
     * The contexts; empty when none are asked for.
     *
     * @param directory where the path of an inventory begins
     * @param kubeconfig the file; empty for the usual places
     * @throws CliException when the kubeconfig has no such context, or the inventory is wrong
     */
    Optional<FleetCluster> open(Path directory, Optional<Path> kubeconfig) {
        if (names.isEmpty()) {
            if (selector.isPresent()) {
                throw CliException.invalid("--selector requires an inventory", "Use --targets inventory.yaml.");
            }
            return Optional.empty();
        }
        List<String> known = known(kubeconfig);
        List<String> asked = isInventory() ? chosen(directory.resolve(names.getFirst())) : names;
        if (names.equals(List.of(ALL))) {
            return Optional.of(FleetCluster.contexts(kubeconfig, known));
        }
        asked.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw CliException.invalid(
                    "--targets: the kubeconfig has no context '" + name + "'" + Suggestion.hint(name, known),
                    known.isEmpty() ? "It has none." : "It has " + String.join(", ", known) + ".");
        });
        return Optional.of(FleetCluster.contexts(kubeconfig, asked));
    }

    private boolean isInventory() {
        boolean file = names.size() == 1 && names.getFirst().matches(".*\\.ya?ml");
        if (!file && selector.isPresent()) {
            throw CliException.invalid(
                    "--selector requires an inventory, but --targets " + String.join(",", names) + " names contexts",
                    "Use --targets inventory.yaml, or omit --selector.");
        }
        return file;
    }

    private List<String> chosen(Path file) {
        CheckedInventory inventory = CheckedInventory.read(file, selector);
        if (!inventory.problems().isEmpty()) {
            throw CliException.invalid(
                    "--targets: "
                            + inventory.problems().stream()
                                    .map(Problem::toString)
                                    .collect(Collectors.joining("\n")),
                    "'slipway explain CODE' tells more about each problem.");
        }
        return inventory.targets().stream().map(FleetTarget::target).distinct().toList();
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
