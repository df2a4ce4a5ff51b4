package io.slipway.activities.route;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.Clusters;
import io.slipway.activities.cluster.api.ApiKind;
import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.activities.cluster.apply.Desired;
import io.slipway.activities.cluster.owner.Owner;
import io.slipway.activities.cluster.ownership.OwnedObjects;
import io.slipway.activities.cluster.ownership.TakeBack;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.reach.HttpSender;
import io.slipway.activities.reach.Reach;
import io.slipway.activities.step.Done;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.step.Target;
import io.slipway.activities.step.VerbHandler;
import io.slipway.model.action.Conflicts;
import io.slipway.model.action.Route;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Opens a service to the outside: by an OpenShift Route, an Ingress or an HTTPRoute. */
public final class RouteHandler implements VerbHandler<Route> {
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    private final Clusters clusters;

    /** Makes routes at these clusters. */
    public RouteHandler(Clusters clusters) {
        this.clusters = clusters;
    }

    /** What a step asks of the API server beside the objects that it applies; for plans. */
    public static Calls calls(Route action, Reach reach) throws InterruptedException {
        StepContext context = reach.context();
        return OwnedObjects.calls(context).and(new Openings(reach.cluster(), context).calls(action));
    }

    @Override
    public Done run(Route action, StepContext context) throws InterruptedException {
        Cluster cluster = clusters.of(context);
        Opening opening = new Openings(cluster, context).of(action);
        new OwnedObjects(cluster, context).put(List.of(desired(opening, context)), Conflicts.FAIL);
        Opening.Admitted admitted = new Admission(cluster, context).await(opening);
        String url = ask(action, opening, admitted, context);
        String name = ObjectRef.of(opening.object()).display();
        return Done.of(name + " answers at " + url, new Route.Outputs(url, admitted.host()));
    }

    /** The object of a step as it is applied; also for plans. */
    public static List<Desired> desired(Route action, StepContext context, Cluster cluster)
            throws InterruptedException {
        return List.of(desired(new Openings(cluster, context).of(action), context));
    }

    /** Which object a step makes when its Service is not there yet, so that it cannot be written out; for plans. */
    public static ObjectRef made(Route action, StepContext context, Cluster cluster) throws InterruptedException {
        ApiKind kind = new Openings(cluster, context).made(action);
        return new ObjectRef(
                kind.apiVersion(),
                kind.kind(),
                context.namespace(),
                action.name().orElse(action.service()));
    }

    private static Desired desired(Opening opening, StepContext context) {
        ObjectNode object = opening.object();
        Owner.of(context.task()).label(object);
        return new Desired(
                object,
                ObjectRef.of(object),
                opening.kind(),
                "step " + context.task().step());
    }

    @Override
    public Done undo(Route action, StepContext context) throws InterruptedException {
        return new TakeBack(clusters.of(context), context).run();
    }

    private static String ask(Route action, Opening opening, Opening.Admitted admitted, StepContext context)
            throws InterruptedException {
        boolean secure = action.tls() != Route.Tls.NONE;
        String base = (secure ? "https://" : "http://") + admitted.host();
        try (HttpSender http = new HttpSender(target(context.target(), admitted))) {
            RouteProbe probe =
                    new RouteProbe(action, ObjectRef.of(opening.object()).display(), context, http);
            probe.ask(URI.create(base + action.probe()));
            // a Gateway's listeners decide on theirs
            boolean redirects = !opening.kind().equals(HttpRouteOpening.ROUTES);
            if (secure && redirects && action.insecure() == Route.Insecure.REDIRECT) {
                probe.askPlain(admitted.host());
            }
        }
        return base + action.path().orElse("");
    }

    /** A host that no name server knows is asked at the controller's address, unless the target knows a way itself. */
    private static Target target(Target target, Opening.Admitted admitted) {
        if (target.ingress().isPresent() || admitted.address().isEmpty()) {
            return target;
        }
        String address = admitted.address().get();
        Target.Ingress way = new Target.Ingress(
                InetSocketAddress.createUnresolved(address, HTTPS),
                InetSocketAddress.createUnresolved(address, HTTP),
                Optional.empty());
        return new Target(
                target.name(),
                target.namespace(),
                target.client(),
                target.pace(),
                target.simulated(),
                target.inside(),
                Optional.of(way));
    }
}
