package io.slipway.activities.cluster.api;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.slipway.model.json.Json;

/** Fabric8's errors as ours, so that there is one way to explain a refusal. */
public final class ClientErrors {
    private ClientErrors() {}

    /** The error as the API server's answer, or as no answer. */
    public static ApiException asApi(Throwable error) {
        if (error instanceof ApiException known) {
            return known;
        }
        if (error instanceof KubernetesClientException refused && refused.getCode() > 0) {
            return ApiException.answered(
                    refused.getCode(),
                    refused.getStatus() == null ? MissingNode.getInstance() : Json.tree(refused.getStatus()));
        }
        return ApiException.unreachable("", error);
    }
}
