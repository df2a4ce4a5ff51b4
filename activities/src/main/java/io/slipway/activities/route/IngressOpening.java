package io.slipway.activities.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.activities.cluster.api.ApiKind;
import io.slipway.model.action.Route;
import java.util.Optional;

/**
 * An Ingress. Where TLS ends otherwise than at the controller, and what happens to plain HTTP, is a matter of
 * annotations: those of ingress-nginx are written.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/services-networking/ingress/">Ingress</a>
 */
final class IngressOpening implements Opening {
    static final ApiKind INGRESSES = ApiKind.namespaced("networking.k8s.io/v1", "Ingress", "ingresses");
    private static final String NGINX = "nginx.ingress.kubernetes.io/";

    private final Route action;
    private final String namespace;
    private final JsonNode port;

    IngressOpening(Route action, String namespace, JsonNode port) {
        this.action = action;
        this.namespace = namespace;
        this.port = port;
        if (action.tls() != Route.Tls.NONE && action.insecure() == Route.Insecure.NONE) {
            throw Opening.unfit(
                    "insecure: None",
                    "an Ingress always serves plain HTTP",
                    "write 'insecure: Redirect' or 'insecure: Allow'");
        }
        if (action.tls() == Route.Tls.NONE && action.tlsSecret().isPresent()) {
            throw Opening.unfit("tlsSecret", "'tls' is none", "omit tlsSecret, or set 'tls: edge'");
        }
        if (action.gateway().isPresent()) {
            throw Opening.unfit("gateway", "Ingresses have none", "omit it, or set 'kind: httpRoute'");
        }
    }

    @Override
    public ApiKind kind() {
        return INGRESSES;
    }

    @Override
    public ObjectNode object() {
        ObjectNode ingress = Opening.bare(INGRESSES, action, namespace);
        annotate(ingress);
        ObjectNode spec = ingress.putObject("spec");
        action.ingressClass().ifPresent(name -> spec.put("ingressClassName", name));
        if (action.tls() != Route.Tls.NONE) {
            ObjectNode tls = spec.putArray("tls").addObject();
            action.host().ifPresent(host -> tls.putArray("hosts").add(host));
            action.tlsSecret().ifPresent(name -> tls.put("secretName", name));
        }
        ObjectNode rule = spec.putArray("rules").addObject();
        action.host().ifPresent(host -> rule.put("host", host));
        ObjectNode path = rule.putObject("http").putArray("paths").addObject();
        path.put("path", action.path().orElse("/")).put("pathType", "Prefix");
        ObjectNode service = path.putObject("backend").putObject("service").put("name", action.service());
        service.putObject("port").put("number", port.path("port").asInt());
        return ingress;
    }

    private void annotate(ObjectNode ingress) {
        ObjectNode annotations = ingress.withObject("/metadata/annotations");
        if (action.tls() == Route.Tls.REENCRYPT) {
            annotations.put(NGINX + "backend-protocol", "HTTPS");
        }
        if (action.tls() == Route.Tls.PASSTHROUGH) {
            annotations.put(NGINX + "ssl-passthrough", "true");
        }
        if (action.tls() != Route.Tls.NONE) {
            boolean redirect = action.insecure() == Route.Insecure.REDIRECT;
            annotations.put(NGINX + "ssl-redirect", String.valueOf(redirect));
        }
    }

    @Override
    public Optional<Admitted> admitted(JsonNode live) {
        JsonNode entry = live.at("/status/loadBalancer/ingress/0");
        String address = entry.path("ip").asText(entry.path("hostname").asText(""));
        return address.isEmpty()
                ? Optional.empty()
                : Optional.of(new Admitted(action.host().orElse(address), Optional.of(address)));
    }

    @Override
    public String whenNobodyLooks() {
        String name = action.ingressClass().map(each -> "ingressclass/" + each).orElse("the default IngressClass");
        return "check that " + name
                + " exists and that its controller is running and publishes its address; the events of the Ingress"
                + " say more";
    }
}
