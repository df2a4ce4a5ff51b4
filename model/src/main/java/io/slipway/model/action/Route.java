package io.slipway.model.action;

import io.slipway.model.spec.Default;
import io.slipway.model.spec.Doc;
import io.slipway.model.spec.Key;
import io.slipway.model.spec.Late;
import io.slipway.model.spec.Literal;
import io.slipway.model.spec.Sees;
import io.slipway.model.spec.Verb;
import java.util.Map;
import java.util.Optional;

/**
 * Opens a service to the outside: a Route on OpenShift, an Ingress or HTTPRoute elsewhere; waits until it is admitted and
 * asks the URL.
 *
 * <pre>{@code
 * route: { service: flink-jobmanager-rest, port: 8081, tls: edge, insecure: Redirect, expect: "status == 200" }
 * }</pre>
 */
@Doc("Exposes a service, waits until the route is admitted, and requests its URL.")
@Verb(outputs = Route.Outputs.class, undo = true)
public record Route(
        @Doc("The Service.") String service,
        @Doc("Port of the Service, by number or name.") String port,

        @Doc("Kind of object to create.") @Default("auto") @Literal
        Kind kind,

        @Doc("Name of the object (default: the Service's name).")
        Optional<String> name,

        @Doc("Host name (default: chosen by the platform).") Optional<String> host,

        @Doc("Path of the service.") Optional<String> path,
        @Doc("Where TLS is terminated.") @Default("edge") Tls tls,

        @Doc("What happens to plain HTTP.") @Default("Redirect")
        Insecure insecure,

        @Doc("IngressClass of an Ingress (default: the cluster's default).")
        Optional<String> ingressClass,

        @Doc("Secret with the certificate of an Ingress (default: the controller's certificate).")
        Optional<String> tlsSecret,

        @Doc("Gateway of an HTTPRoute as name or namespace/name (default: the only one in the cluster).")
        Optional<String> gateway,

        @Doc("Labels of the object.") Map<String, String> labels,
        @Doc("Annotations of the object.") Map<String, String> annotations,

        @Doc("Path to request once the route is admitted.") @Default("/")
        String probe,

        @Doc("Whether to verify the server's certificate.") @Default("true")
        boolean verify,

        @Doc("Condition that the response must meet.")
        @Sees({"status: int", "body: dyn", "headers: map(string, string)"})
        Optional<Late> expect)
        implements Action {

    /** What is made. */
    public enum Kind {
        @Doc(
                "A Route if the cluster supports Routes; an HTTPRoute if 'gateway' is set, or if there is a Gateway and no IngressClass; otherwise an Ingress.")
        AUTO,
        @Doc("An OpenShift Route.")
        ROUTE,
        @Doc("An Ingress.")
        INGRESS,
        @Doc("An HTTPRoute of the Gateway API.")
        @Key("httpRoute")
        HTTP_ROUTE
    }

    /** Where TLS ends. */
    public enum Tls {
        @Doc("At the router; plain HTTP to the pod.")
        EDGE,
        @Doc("At the router, and again to the pod.")
        REENCRYPT,
        @Doc("In the pod.")
        PASSTHROUGH,
        @Doc("No TLS.")
        NONE
    }

    /** What happens to plain HTTP. The names are OpenShift's. */
    public enum Insecure {
        @Doc("Redirected to HTTPS.")
        @Key("Redirect")
        REDIRECT,
        @Doc("Also served.")
        @Key("Allow")
        ALLOW,
        @Doc("Refused.")
        @Key("None")
        NONE
    }

    /** What later steps may use. */
    public record Outputs(
            @Doc("The URL.") String url,
            @Doc("Its host name.") String host) {}
}
