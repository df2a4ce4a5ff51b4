package io.slipway.cli.engine;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.slipway.activities.step.StepFailure;
import io.slipway.activities.step.Target;
import io.slipway.cli.error.CliException;

/** The cluster of a kube context, asked once, so that a wrong one is found before anything starts. */
public final class ReachedCluster {
    private ReachedCluster() {}

    /**
     * Connects and asks for the version.
     *
     * @param context name of a kube context; empty for the current one
     * @throws CliException when there is no such context, or its cluster does not answer
     */
    public static Target of(String context) {
        try {
            Target target = Embedded.connect(context);
            target.client().getKubernetesVersion();
            return target;
        } catch (StepFailure e) {
            throw CliException.unreachable(
                    e.getMessage() + ": " + e.failure().cause(), e.failure().fix(), e);
        } catch (KubernetesClientException e) {
            throw CliException.unreachable(
                    "the cluster of " + (context.isEmpty() ? "the current kube context" : "context '" + context + "'")
                            + " cannot be reached: " + reason(e),
                    "Check 'kubectl cluster-info', choose another with --target, or try --sandbox.",
                    e);
        }
    }

    private static String reason(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }
}
