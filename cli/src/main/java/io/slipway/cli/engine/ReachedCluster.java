package io.slipway.cli.engine;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.slipway.activities.cluster.targets.TargetConnector;
import io.slipway.activities.cluster.targets.TargetSettings;
import io.slipway.activities.step.StepFailure;
import io.slipway.activities.step.Target;
import io.slipway.cli.error.CliException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The cluster of a kube context, asked once, so that a wrong one is found before anything starts. */
final class ReachedCluster {
    /** The target of a process without a kubeconfig, as in a pod. */
    private static final String UNNAMED = "default";

    private ReachedCluster() {}

    /**
     * Connects and asks for the version.
     *
     * @param kubeconfig the file; empty for the usual places
     * @param context name of a kube context; empty for the current one
     * @throws CliException when there is no such context, or its cluster does not answer
     */
    static Target of(Optional<Path> kubeconfig, String context) {
        TlsStack.warm();
        Target target = connect(kubeconfig, context);
        try {
            target.client().getKubernetesVersion();
            return target;
        } catch (KubernetesClientException e) {
            target.client().close();
            throw CliException.unreachable(
                    "the cluster of " + (context.isEmpty() ? "the current kube context" : "context '" + context + "'")
                            + " cannot be reached: " + reason(e),
                    "Check 'kubectl cluster-info', choose another with --target, or try --sandbox.",
                    e);
        }
    }

    private static Target connect(Optional<Path> kubeconfig, String name) {
        try {
            Optional<String> context = context(kubeconfig, name);
            Target target = TargetConnector.connect(new TargetSettings(
                    context.orElse(UNNAMED),
                    kubeconfig,
                    context,
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    kubeconfig.isEmpty() && context.isEmpty() && inPod(),
                    Optional.empty()));
            return ServedSandbox.of(kubeconfig, context)
                    .map(sandbox -> sandbox.as(target))
                    .orElse(target);
        } catch (StepFailure e) {
            throw CliException.invalid(
                    e.getMessage() + ": " + e.failure().cause(), e.failure().fix());
        } catch (KubernetesClientException e) {
            throw CliException.unreachable(
                    "the kubeconfig cannot be used: " + reason(e), "Check --kubeconfig and --target.", e);
        }
    }

    /**
     * The context by its name, also when it is only the current one: a rollout that goes on later must find the same
     * cluster, whichever context is then the current one.
     */
    private static Optional<String> context(Optional<Path> kubeconfig, String name) {
        if (!name.isEmpty() && !name.equals(UNNAMED)) {
            return Optional.of(name);
        }
        Optional<String> current = TargetConnector.currentContext(kubeconfig);
        return name.isEmpty() || current.isEmpty() ? current : Optional.of(name);
    }

    /** Whether the service account of a pod is what the client finds. */
    private static boolean inPod() {
        return System.getenv("KUBERNETES_SERVICE_HOST") != null && System.getenv("KUBECONFIG") == null;
    }

    private static String reason(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        if (root instanceof UnresolvedAddressException || root instanceof UnknownHostException) {
            return "the name of its server does not resolve";
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }
}
