package io.slipway.sandbox.operators;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.kube.Pods;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.ObjectStore;

/**
 * Whether an operator is there: as in a real cluster, custom objects come to life only while a pod with the operator's
 * image runs.
 */
public final class Installed {
    private final ObjectStore store;
    private final String image;

    /**
     * An operator.
     *
     * @param image what its image's name ends with, such as {@code spark-operator}
     */
    public Installed(ObjectStore store, String image) {
        this.store = store;
        this.image = image;
    }

    /** Whether one of its pods runs. */
    public boolean isRunning() {
        return store.views(Kinds.POD, "").objects().stream()
                .filter(pod -> Pods.active(pod) && Pods.ready(pod))
                .anyMatch(this::runsIt);
    }

    private boolean runsIt(ObjectNode pod) {
        for (JsonNode container : pod.path("spec").path("containers")) {
            String name =
                    container.path("image").asText().replaceAll("@.*$", "").replaceAll(":[^/:]*$", "");
            if (name.equals(image) || name.endsWith("/" + image)) {
                return true;
            }
        }
        return false;
    }
}
