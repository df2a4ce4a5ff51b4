package io.slipway.activities.route;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.access.ServiceAccess;
import io.slipway.activities.cluster.access.ServicePort;
import io.slipway.activities.cluster.api.ApiException;
import io.slipway.activities.cluster.api.ApiKind;
import io.slipway.activities.cluster.api.ListQuery;
import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.activities.cluster.await.ObjectWait;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.action.Route;
import java.util.List;
import java.util.Optional;

/** Chooses the way that the step names, or that the target has. */
final class Openings {
    private static final ApiKind GATEWAYS = ApiKind.namespaced("gateway.networking.k8s.io/v1", "Gateway", "gateways");
    private static final ApiKind CLASSES = ApiKind.of("networking.k8s.io/v1", "IngressClass", "ingressclasses", false);

    private final Cluster cluster;
    private final StepContext context;

    Openings(Cluster cluster, StepContext context) {
        this.cluster = cluster;
        this.context = context;
    }

    /** What choosing the way, making it and waiting for it asks. */
    Calls calls(Route action) throws InterruptedException {
        ApiKind kind = made(action);
        Calls host = kind.equals(OpenShiftRoute.ROUTES) && action.host().isPresent()
                ? Calls.on("routes.route.openshift.io/custom-host", context.namespace(), "create")
                : Calls.NONE;
        return Calls.on(Cluster.SERVICES, context.namespace(), "get")
                .and(Calls.on(kind, context.namespace(), "get", "create", "patch"))
                .and(ObjectWait.calls(kind, context.namespace()))
                .and(Calls.on(GATEWAYS, "", "list")
                        .and(Calls.on(CLASSES, "", "list"))
                        .ifGranted())
                .and(host);
    }

    /** The kind of object that opens the way, also when its Service is still to come. */
    ApiKind made(Route action) throws InterruptedException {
        return switch (kind(action)) {
            case ROUTE -> OpenShiftRoute.ROUTES;
            case HTTP_ROUTE -> HttpRouteOpening.ROUTES;
            case AUTO, INGRESS -> IngressOpening.INGRESSES;
        };
    }

    private Route.Kind kind(Route action) throws InterruptedException {
        return action.kind() == Route.Kind.AUTO ? auto(action) : action.kind();
    }

    /**
     * The way.
     *
     * @throws StepFailure when the target does not have it, or the Service has no such port
     */
    Opening of(Route action) throws InterruptedException {
        Route.Kind kind = kind(action);
        JsonNode port = port(action);
        return switch (kind) {
            case ROUTE -> {
                require(OpenShiftRoute.ROUTES, "so it is not OpenShift", "set 'kind: ingress' or 'kind: httpRoute'");
                yield new OpenShiftRoute(action, context.namespace(), port);
            }
            case HTTP_ROUTE -> {
                require(
                        HttpRouteOpening.ROUTES,
                        "the Gateway API is not installed",
                        "install it, or set 'kind: ingress'");
                yield new HttpRouteOpening(action, context.namespace(), port, gateway(action));
            }
            case AUTO, INGRESS -> new IngressOpening(action, context.namespace(), port);
        };
    }

    private Route.Kind auto(Route action) throws InterruptedException {
        boolean ingress =
                action.ingressClass().isPresent() || action.tlsSecret().isPresent();
        if (!ingress && action.gateway().isEmpty() && serves(OpenShiftRoute.ROUTES)) {
            return Route.Kind.ROUTE;
        }
        boolean gateways = serves(HttpRouteOpening.ROUTES);
        boolean preferred = action.gateway().isPresent()
                || (!ingress
                        && gateways
                        && list(CLASSES).isEmpty()
                        && !list(GATEWAYS).isEmpty());
        return preferred ? Route.Kind.HTTP_ROUTE : Route.Kind.INGRESS;
    }

    private boolean serves(ApiKind kind) throws InterruptedException {
        return cluster.kinds().find(kind.apiVersion(), kind.kind()).isPresent();
    }

    private void require(ApiKind kind, String why, String fix) throws InterruptedException {
        if (!serves(kind)) {
            throw StepFailure.permanent(
                    "this target has no " + kind.kind() + "s",
                    "it does not serve " + kind.apiVersion() + ": " + why,
                    fix);
        }
    }

    private JsonNode port(Route action) throws InterruptedException {
        try (ServiceAccess services =
                new ServiceAccess(cluster, context.target().inside())) {
            return services.port(context.namespace(), new ServicePort(action.service(), action.port()));
        }
    }

    private JsonNode gateway(Route action) throws InterruptedException {
        List<JsonNode> all = list(GATEWAYS);
        if (action.gateway().isEmpty() && all.size() == 1) {
            return all.getFirst();
        }
        String named = action.gateway().orElse("");
        Optional<JsonNode> found =
                all.stream().filter(each -> isNamed(ObjectRef.of(each), named)).findFirst();
        return found.orElseThrow(() -> StepFailure.permanent(
                named.isEmpty() ? "no Gateway is named" : "Gateway " + named + " not found",
                "the cluster has "
                        + (all.isEmpty()
                                ? "none"
                                : all.stream()
                                        .map(each -> ObjectRef.of(each).place())
                                        .toList()),
                "name one as 'gateway: namespace/name'"));
    }

    private boolean isNamed(ObjectRef ref, String named) {
        return named.equals(ref.namespace() + "/" + ref.name())
                || (named.equals(ref.name()) && ref.namespace().equals(context.namespace()));
    }

    private List<JsonNode> list(ApiKind kind) throws InterruptedException {
        try {
            return cluster.api().list(kind, "", ListQuery.ALL);
        } catch (ApiException refused) {
            if (refused.code() == 403 || refused.code() == 404) {
                context.recorder()
                        .note("this worker may not list " + kind.plural() + ", or the cluster does not serve them");
                return List.of();
            }
            throw refused;
        }
    }
}
