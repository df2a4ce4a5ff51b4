package io.slipway.sandbox.router;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.net.SimHttpServer;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.workloads.Services;
import java.net.InetSocketAddress;

/**
 * Answers the hosts of admitted Routes and Ingresses on two loopback ports, HTTPS and HTTP. Names below
 * {@value #DOMAIN} are in no DNS: clients connect to {@link #address} and send the host's name as SNI and Host.
 *
 * <p>Addresses and authority are also in the ConfigMap {@code openshift-ingress/router-sandbox}, for clients in other
 * processes: {@code https}, {@code http}, {@code ca.crt}.
 */
public final class Router implements AutoCloseable {
    /** The domain of generated hosts. */
    public static final String DOMAIN = "apps.sandbox.local";

    /** Where the addresses are published. */
    public static final String NAMESPACE = "openshift-ingress";

    /** The ConfigMap with the addresses. */
    public static final String CONFIG_MAP = "router-sandbox";

    private final SimHttpServer secure;
    private final SimHttpServer plain;
    private final RouterCertificates certificates;

    public Router(Services services) {
        this.certificates = RouterCertificates.make(DOMAIN);
        RouteTable table = new RouteTable(services);
        this.secure = SimHttpServer.tls(certificates.context(), request -> table.answer(request, true));
        this.plain = SimHttpServer.plain(request -> table.answer(request, false));
    }

    /** Where HTTPS is listened on. */
    public InetSocketAddress address() {
        return secure.address();
    }

    /** Where plain HTTP is listened on. */
    public InetSocketAddress plainAddress() {
        return plain.address();
    }

    /** The certificate of the authority, in PEM. */
    public String authority() {
        return certificates.authority();
    }

    /** Writes the addresses where other processes find them. */
    public void publish(ObjectStore store) {
        if (store.view(Kinds.NAMESPACE, "", NAMESPACE).isEmpty()) {
            ObjectNode namespace = JsonNodeFactory.instance.objectNode();
            namespace.putObject("metadata").put("name", NAMESPACE);
            store.create(Kinds.NAMESPACE, namespace);
        }
        if (store.view(Kinds.CONFIG_MAP, NAMESPACE, CONFIG_MAP).isEmpty()) {
            ObjectNode map = JsonNodeFactory.instance.objectNode();
            map.putObject("metadata").put("name", CONFIG_MAP).put("namespace", NAMESPACE);
            store.create(Kinds.CONFIG_MAP, map);
        }
        store.mutate(Kinds.CONFIG_MAP, NAMESPACE, CONFIG_MAP, map -> {
            ObjectNode data = map.putObject("data");
            data.put("https", "127.0.0.1:" + address().getPort());
            data.put("http", "127.0.0.1:" + plainAddress().getPort());
            data.put("ca.crt", authority());
            return map;
        });
    }

    @Override
    public void close() {
        secure.close();
        plain.close();
    }
}
