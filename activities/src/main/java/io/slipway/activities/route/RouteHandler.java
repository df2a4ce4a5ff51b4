package io.slipway.activities.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.Clusters;
import io.slipway.activities.cluster.access.ServiceAccess;
import io.slipway.activities.cluster.access.ServicePort;
import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.activities.cluster.apply.Desired;
import io.slipway.activities.cluster.owner.Owner;
import io.slipway.activities.cluster.ownership.OwnedObjects;
import io.slipway.activities.cluster.ownership.TakeBack;
import io.slipway.activities.reach.HttpSender;
import io.slipway.activities.step.Done;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.step.StepFailure;
import io.slipway.activities.step.VerbHandler;
import io.slipway.model.action.Conflicts;
import io.slipway.model.action.Route;
import java.net.URI;
import java.util.List;

/**
 * Opens a service to the outside by an OpenShift Route. Ingress and HTTPRoute for plain Kubernetes come with a later
 * version; there it says so.
 */
public final class RouteHandler implements VerbHandler<Route> {
    private final Clusters clusters;

    /** Makes Routes at these clusters. */
    public RouteHandler(Clusters clusters) {
        this.clusters = clusters;
    }

    @Override
    public Done run(Route action, StepContext context) throws InterruptedException {
        Cluster cluster = clusters.of(context);
        requireRoutes(cluster);
        new OwnedObjects(cluster, context).put(desired(action, context, cluster), Conflicts.FAIL);
        String host = new RouteAdmission(cluster, context).await(RouteObject.name(action));
        String url = ask(action, context, host);
        return Done.of("route/" + RouteObject.name(action) + " answers at " + url, new Route.Outputs(url, host));
    }

    /** The Route of a step as it is applied; also for plans. */
    public static List<Desired> desired(Route action, StepContext context, Cluster cluster)
            throws InterruptedException {
        JsonNode port;
        try (ServiceAccess services =
                new ServiceAccess(cluster, context.target().inside())) {
            port = services.port(context.namespace(), new ServicePort(action.service(), action.port()));
        }
        ObjectNode route = RouteObject.of(action, context.namespace(), port);
        Owner.of(context.task()).label(route);
        return List.of(new Desired(
                route,
                ObjectRef.of(route),
                RouteObject.ROUTES,
                "step " + context.task().step()));
    }

    @Override
    public Done undo(Route action, StepContext context) throws InterruptedException {
        return new TakeBack(clusters.of(context), context).run();
    }

    private static String ask(Route action, StepContext context, String host) throws InterruptedException {
        boolean secure = action.tls() != Route.Tls.NONE;
        String base = (secure ? "https://" : "http://") + host;
        try (HttpSender http = new HttpSender(context.target())) {
            RouteProbe probe = new RouteProbe(action, context, http);
            probe.ask(URI.create(base + action.probe()));
            if (secure && action.insecure() == Route.Insecure.REDIRECT) {
                probe.askPlain(host);
            }
        }
        return base + action.path().orElse("");
    }

    private static void requireRoutes(Cluster cluster) throws InterruptedException {
        if (cluster.kinds()
                .find(RouteObject.ROUTES.apiVersion(), RouteObject.ROUTES.kind())
                .isEmpty()) {
            throw StepFailure.permanent(
                    "this target has no Routes",
                    "it does not serve " + RouteObject.ROUTES.apiVersion() + ", so it is not OpenShift; Ingress and"
                            + " HTTPRoute are not supported by this version",
                    "deploy an Ingress with a deploy step and check it with an http check");
        }
    }
}
