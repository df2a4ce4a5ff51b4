package io.slipway.activities.route;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.await.ObjectWait;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.journal.Failure;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Waits until a router has admitted a Route, and says why when it refuses. */
final class RouteAdmission {
    private final Cluster cluster;
    private final StepContext context;

    RouteAdmission(Cluster cluster, StepContext context) {
        this.cluster = cluster;
        this.context = context;
    }

    /** The host under which the Route was admitted. */
    String await(String name) throws InterruptedException {
        context.progress("waiting until a router admits route/" + name);
        return new ObjectWait(cluster, context)
                .until(RouteObject.ROUTES, context.namespace(), context.left(), routes -> host(routes, name))
                .orElseThrow(() -> failed(
                        name,
                        "route/" + name + " was not admitted in time",
                        "no router has looked at it",
                        "see that an IngressController selects the namespace and the Route's labels, and that its"
                                + " router pods run"));
    }

    private static Optional<String> host(Collection<JsonNode> routes, String name) {
        JsonNode route = ObjectWait.named(routes, name).orElse(null);
        if (route == null) {
            return Optional.empty();
        }
        for (JsonNode ingress : route.path("status").path("ingress")) {
            for (JsonNode condition : ingress.path("conditions")) {
                if (condition.path("type").asText().equals("Admitted")) {
                    if (condition.path("status").asText().equals("True")) {
                        return Optional.of(ingress.path("host").asText());
                    }
                    throw refused(name, condition);
                }
            }
        }
        return Optional.empty();
    }

    private static StepFailure refused(String name, JsonNode condition) {
        String reason = condition.path("reason").asText("");
        String fix = switch (reason) {
            case "HostAlreadyClaimed" -> "choose another host, or delete the Route that has it";
            case "InvalidHost" -> "correct the host";
            case "ExtendedValidationFailed" -> "correct the TLS settings of the Route";
            default -> "see the message of the condition";
        };
        return failed(
                name,
                "route/" + name + " was refused by the router",
                reason + ": " + condition.path("message").asText(""),
                fix);
    }

    private static StepFailure failed(String name, String message, String cause, String fix) {
        return new StepFailure(new Failure(message, "route/" + name, cause, fix, List.of(), true));
    }
}
