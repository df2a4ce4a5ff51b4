package io.slipway.activities.cluster.access;

import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.rights.Calls;
import org.semver4j.Semver;

/**
 * Rights on streams into pods. This client opens them as WebSockets, by GET, never by POST as SPDY: that is a {@code
 * get}. Since Kubernetes 1.35 the API server asks for {@code create} besides.
 *
 * @see <a href="https://github.com/kubernetes/kubernetes/pull/134577">Synthetic create permission check</a>
 */
final class StreamRights {
    private static final String GET = "get";

    private StreamRights() {}

    static Calls of(Cluster cluster, String subresource, String namespace) throws InterruptedException {
        return Calls.on("pods/" + subresource, namespace, verbs(cluster.version()));
    }

    /** @param server version of the API server; of one that cannot be read no more than a {@code get} is known */
    static String[] verbs(String server) {
        Semver version = Semver.coerce(server);
        boolean both = version != null && version.satisfies(">=1.35.0");
        return both ? new String[] {GET, "create"} : new String[] {GET};
    }
}
