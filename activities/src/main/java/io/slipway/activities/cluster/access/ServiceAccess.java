package io.slipway.activities.cluster.access;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.LocalPortForward;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.api.ClientErrors;
import io.slipway.activities.cluster.rights.Calls;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ways to services of a cluster, for one step: by their names when the worker is inside, otherwise by a port-forward to
 * a ready pod, which is kept until the step closes this and made anew when its pod is no longer ready. Thread-safe.
 */
public final class ServiceAccess implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ServiceAccess.class);

    private final Cluster cluster;
    private final boolean inside;
    private final Endpoints endpoints;
    private final Map<String, Forward> forwards = new HashMap<>();

    private record Forward(Endpoints.Backend to, LocalPortForward tunnel) {}

    /** Access from this worker; {@code inside} says that it runs in the cluster. */
    public ServiceAccess(Cluster cluster, boolean inside) {
        this.cluster = cluster;
        this.inside = inside;
        this.endpoints = new Endpoints(cluster);
    }

    /** What the way to a service in a namespace asks. */
    public static Calls calls(Cluster cluster, String namespace, boolean inside) throws InterruptedException {
        Calls service = Calls.on(Cluster.SERVICES, namespace, "get");
        return inside
                ? service
                : service.and(Calls.on(Endpoints.SLICES, namespace, "list")).and(callsToForward(cluster, namespace));
    }

    /** What a port-forward asks. */
    public static Calls callsToForward(Cluster cluster, String namespace) throws InterruptedException {
        return StreamRights.of(cluster, "portforward", namespace);
    }

    /**
     * Where a service answers now. Ask again before each connection; the answer is cheap and follows restarts.
     *
     * @return an address; unresolved inside the cluster
     * @throws io.slipway.activities.step.StepFailure when there is no such service or port, or no pod behind it is ready
     */
    public InetSocketAddress address(String namespace, ServicePort service) throws InterruptedException {
        JsonNode port = endpoints.port(namespace, service);
        if (inside) {
            return InetSocketAddress.createUnresolved(
                    service.service() + "." + namespace + ".svc",
                    port.path("port").asInt());
        }
        List<Endpoints.Backend> ready = endpoints.ready(namespace, service, port);
        if (ready.isEmpty()) {
            throw Backless.failure(namespace, endpoints.service(namespace, service.service()));
        }
        return forwarded(namespace, service, ready);
    }

    /**
     * The port of a Service as its spec has it: number, name and target port.
     *
     * @throws io.slipway.activities.step.StepFailure when there is no such service or port
     */
    public JsonNode port(String namespace, ServicePort service) throws InterruptedException {
        return endpoints.port(namespace, service);
    }

    private InetSocketAddress forwarded(String namespace, ServicePort service, List<Endpoints.Backend> ready) {
        String key = namespace + "/" + service;
        synchronized (forwards) {
            Forward known = forwards.get(key);
            if (known == null || !ready.contains(known.to()) || !known.tunnel().isAlive()) {
                if (known != null) {
                    close(known);
                }
                known = open(namespace, ready.getFirst());
                forwards.put(key, known);
            }
            return new InetSocketAddress(
                    known.tunnel().getLocalAddress(), known.tunnel().getLocalPort());
        }
    }

    private Forward open(String namespace, Endpoints.Backend to) {
        try {
            return new Forward(
                    to,
                    cluster.client()
                            .pods()
                            .inNamespace(namespace)
                            .withName(to.pod())
                            .portForward(to.port(), InetAddress.getLoopbackAddress(), 0));
        } catch (KubernetesClientException e) {
            throw ClientErrors.asApi(e).failure("forward a port to pod/" + to.pod() + " in namespace " + namespace);
        }
    }

    private static void close(Forward forward) {
        letGo(forward.tunnel(), forward.to().pod());
    }

    /** What was wanted over a port-forward is done: that it cannot be closed, as when its pod is gone, is nobody's failure. */
    public static void letGo(Closeable tunnel, String pod) {
        try {
            tunnel.close();
        } catch (IOException | RuntimeException e) {
            log.warn("a port-forward to pod {} could not be closed", pod, e);
        }
    }

    @Override
    public void close() {
        synchronized (forwards) {
            forwards.values().forEach(ServiceAccess::close);
            forwards.clear();
        }
    }
}
