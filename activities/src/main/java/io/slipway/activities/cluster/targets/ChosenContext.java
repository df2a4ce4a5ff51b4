package io.slipway.activities.cluster.targets;

import io.fabric8.kubernetes.api.model.Context;
import io.fabric8.kubernetes.api.model.NamedContext;
import io.fabric8.kubernetes.client.Config;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.check.Suggestion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The context that a kubeconfig was asked for. The client takes the current one for a name that it does not have, and an
 * address of its own where there is none: both would be a cluster that nobody named.
 */
final class ChosenContext {
    private static final String NOWHERE = "https://kubernetes.default.svc/";

    private ChosenContext() {}

    static List<String> names(Config config) {
        return config.getContexts().stream().map(NamedContext::getName).toList();
    }

    /** Where each leads, in words: two that say the same are one place. */
    static Map<String, String> places(Config config) {
        return config.getContexts().stream()
                .collect(Collectors.toMap(
                        NamedContext::getName, named -> place(named.getContext()), (one, other) -> one));
    }

    private static String place(Context context) {
        String namespace = Optional.ofNullable(context.getNamespace()).orElse("default");
        return "namespace '" + namespace + "' of cluster '" + context.getCluster() + "'";
    }

    static Optional<String> current(Config config) {
        return Optional.ofNullable(config.getCurrentContext()).map(NamedContext::getName);
    }

    /**
     * The same configuration.
     *
     * @throws StepFailure when it has no such context, or none was named and none is the current one
     */
    static Config held(Config config, Optional<String> wanted) {
        List<String> names = names(config);
        if (wanted.isPresent() && !names.contains(wanted.get())) {
            throw missing(
                    "the kubeconfig has no context '" + wanted.get() + "'" + Suggestion.hint(wanted.get(), names),
                    names);
        }
        if (wanted.isEmpty() && config.getMasterUrl().equals(NOWHERE)) {
            throw missing("no kube context is selected", names);
        }
        return config;
    }

    private static StepFailure missing(String message, List<String> names) {
        return StepFailure.permanent(
                message,
                names.isEmpty()
                        ? "no kubeconfig was found, or it has no contexts"
                        : "it has " + String.join(", ", names),
                names.isEmpty()
                        ? "set KUBECONFIG or --kubeconfig, or try --sandbox"
                        : "name one of them with --target, or set KUBECONFIG or --kubeconfig to the file that has it");
    }
}
