package io.slipway.sandbox.flinkoperator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import java.util.Optional;
import java.util.Set;

/** How the JobManager of a cluster is, as the operator sees it. */
final class JobManagerHealth {
    // the real one takes ErrImagePull too, which is ImagePullBackOff a moment later
    private static final Set<String> HOPELESS =
            Set.of("CrashLoopBackOff", "ImagePullBackOff", "CreateContainerConfigError");

    private final ObjectStore store;
    private final DeploymentSpec spec;
    private final ClusterRest rest;

    /**
     * What is the matter.
     *
     * @param status the word for {@code jobManagerDeploymentStatus}
     * @param error why it will not come up, or empty
     */
    record Health(String status, Optional<String> error) {
        Health(String status) {
            this(status, Optional.empty());
        }
    }

    JobManagerHealth(ObjectStore store, DeploymentSpec spec, ClusterRest rest) {
        this.store = store;
        this.spec = spec;
        this.rest = rest;
    }

    Health look(Optional<ObjectNode> deployment) {
        if (deployment.isEmpty()) {
            return new Health("MISSING");
        }
        boolean available = deployment.get().at("/status/availableReplicas").asInt(0) > 0;
        if (available) {
            return new Health(rest.get("/overview").isPresent() ? "READY" : "DEPLOYED_NOT_READY");
        }
        Optional<String> hopeless = hopeless().or(() -> refused(deployment.get()));
        return new Health(hopeless.isPresent() ? "ERROR" : "DEPLOYING", hopeless);
    }

    private Optional<String> hopeless() {
        for (ObjectNode pod : store.views(Kinds.POD, spec.namespace()).objects()) {
            boolean mine = Meta.labels(pod).getOrDefault("app", "").equals(spec.name())
                    && Meta.labels(pod).getOrDefault("component", "").equals("jobmanager");
            for (String list : new String[] {"initContainerStatuses", "containerStatuses"}) {
                for (JsonNode container : pod.path("status").path(list)) {
                    JsonNode waiting = container.at("/state/waiting");
                    if (mine && HOPELESS.contains(waiting.path("reason").asText())) {
                        String message = waiting.path("message").asText("");
                        return Optional.of("[" + container.path("name").asText() + "] "
                                + (message.isEmpty() ? waiting.path("reason").asText() : message));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Pods that a quota refuses. */
    private static Optional<String> refused(ObjectNode deployment) {
        for (JsonNode condition : deployment.at("/status/conditions")) {
            if (condition.path("type").asText().equals("ReplicaFailure")
                    && condition.path("status").asText().equals("True")) {
                return Optional.of(condition.path("message").asText());
            }
        }
        return Optional.empty();
    }
}
