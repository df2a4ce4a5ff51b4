package io.slipway.activities.rollout;

import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.slipway.activities.step.Target;
import io.slipway.model.journal.Journal;

/**
 * What tells a cluster from others that a kubeconfig calls by the same name: the uid of its namespace {@code kube-system},
 * which is made with the cluster and goes with it. Addresses do not tell: they change with a tunnel or a new certificate.
 */
final class ClusterIdentity {
    private static final String OLDEST = "kube-system";

    private ClusterIdentity() {}

    /** The identity; empty for the sandbox, and where the namespace may not be read. */
    static String of(Target target) {
        if (target.simulated()) {
            return "";
        }
        try {
            Namespace oldest = target.client().namespaces().withName(OLDEST).get();
            return oldest == null ? "" : oldest.getMetadata().getUid();
        } catch (KubernetesClientException e) {
            return "";
        }
    }

    /** Whether a rollout that goes on would do so on another cluster than it began on, as far as that is known. */
    static boolean differs(Journal journal, String identity) {
        return !journal.cluster().isEmpty()
                && !identity.isEmpty()
                && !journal.cluster().equals(identity);
    }
}
