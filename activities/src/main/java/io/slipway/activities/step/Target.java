package io.slipway.activities.step;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.net.InetSocketAddress;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * A cluster as the worker's configuration names it.
 *
 * @param name its name
 * @param namespace namespace of objects that name none
 * @param client connected as the configuration says
 * @param pace how fast its time runs
 * @param simulated whether it is the sandbox
 * @param inside whether this worker runs inside the cluster and reaches services by their names
 * @param ingress how addresses of Routes and Ingresses are reached when they do not resolve from here
 */
public record Target(
        String name,
        String namespace,
        KubernetesClient client,
        Pace pace,
        boolean simulated,
        boolean inside,
        Optional<Ingress> ingress) {

    /**
     * A way to addresses of Routes and Ingresses for a worker whose name server does not know them.
     *
     * @param address of the router's HTTPS port
     * @param plainAddress of the router's HTTP port
     * @param trust the certificates to trust, or empty for the platform's
     */
    public record Ingress(InetSocketAddress address, InetSocketAddress plainAddress, Optional<SSLContext> trust) {}
}
