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
@Doc("Opens a service to the outside, waits until the route is admitted, and asks its URL.")
@Verb(outputs = Route.Outputs.class)
public record Route(
        @Doc("The Service.") String service,
        @Doc("Port of the Service, by number or name.") String port,

        @Doc("What is made.") @Default("auto") @Literal Kind kind,

        @Doc("Name of the object; the Service's name when left out.")
        Optional<String> name,

        @Doc("Host name; chosen by the platform when left out.")
        Optional<String> host,

        @Doc("Path under which the service answers.") Optional<String> path,
        @Doc("Where TLS ends.") @Default("edge") Tls tls,

        @Doc("What happens to plain HTTP.") @Default("Redirect")
        Insecure insecure,

        @Doc("IngressClass of an Ingress; the cluster's default when left out.")
        Optional<String> ingressClass,

        @Doc("Secret with the certificate of an Ingress; the controller's own certificate when left out.")
        Optional<String> tlsSecret,

        @Doc("Gateway of an HTTPRoute as name or namespace/name; the only one of the cluster when left out.")
        Optional<String> gateway,

        @Doc("Labels of the object.") Map<String, String> labels,
        @Doc("Annotations of the object.") Map<String, String> annotations,

        @Doc("Path that is asked when the route is admitted.") @Default("/")
        String probe,

        @Doc("Whether the certificate of the answer must be trusted.") @Default("true")
        boolean verify,

        @Doc("What the answer must be.") @Sees({"status: int", "body: dyn", "headers: map(string, string)"})
        Optional<Late> expect)
        implements Action {

    /** What is made. */
    public enum Kind {
        @Doc(
                "A Route where the cluster has them; an HTTPRoute where 'gateway' is named, or there is a Gateway and no IngressClass; else an Ingress.")
        AUTO,
        @Doc("A Route of OpenShift.")
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
        @Doc("Sent to HTTPS.")
        @Key("Redirect")
        REDIRECT,
        @Doc("Served as well.")
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
