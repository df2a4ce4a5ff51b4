package io.slipway.sandbox.kubelet;

import io.slipway.sandbox.net.SimEndpoint;
import io.slipway.sandbox.net.SimHttpServer;
import io.slipway.sandbox.net.SimResponse;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Real loopback servers for ports of pods, started when somebody first connects. */
final class PortServers implements AutoCloseable {
    private final RunningContainers running;
    private final Map<Port, SimHttpServer> servers = new ConcurrentHashMap<>();

    PortServers(RunningContainers running) {
        this.running = running;
    }

    private record Port(String namespace, String pod, int number) {}

    Optional<InetSocketAddress> connect(String namespace, String pod, int number) {
        Port port = new Port(namespace, pod, number);
        return endpoint(port)
                .map(there -> servers.computeIfAbsent(
                                port,
                                key -> SimHttpServer.plain(request -> endpoint(key)
                                        .map(endpoint -> endpoint.handle(request))
                                        .orElseGet(() -> SimResponse.plain(502, "the container is gone\n"))))
                        .address());
    }

    private Optional<SimEndpoint> endpoint(Port port) {
        return running.ofPod(port.namespace(), port.pod())
                .flatMap(one -> one.workload().endpoint(one.container(), port.number()).stream())
                .findFirst();
    }

    /** Nobody reaches a pod that is gone. */
    void close(String namespace, String pod) {
        servers.entrySet().removeIf(one -> {
            boolean gone = one.getKey().namespace().equals(namespace)
                    && one.getKey().pod().equals(pod);
            if (gone) {
                one.getValue().close();
            }
            return gone;
        });
    }

    @Override
    public void close() {
        servers.values().forEach(SimHttpServer::close);
    }
}
