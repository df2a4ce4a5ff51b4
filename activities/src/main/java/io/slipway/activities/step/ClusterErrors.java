package io.slipway.activities.step;

import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.slipway.model.journal.Failure;
import java.util.List;

/** What an error of the API server means for a step. */
final class ClusterErrors {
    private ClusterErrors() {}

    /** Whether it passes by itself: no connection, too many requests, or an error of the server. */
    static boolean isPassing(KubernetesClientException e) {
        int code = e.getCode();
        return code == 0 || code == 408 || code == 429 || code >= 500;
    }

    /** The story of an error that does not pass by itself. */
    static Failure explain(KubernetesClientException e) {
        Status status = e.getStatus();
        String message =
                status != null && status.getMessage() != null ? status.getMessage() : String.valueOf(e.getMessage());
        String object = status != null
                        && status.getDetails() != null
                        && status.getDetails().getName() != null
                ? status.getDetails().getKind() + "/" + status.getDetails().getName()
                : "";
        return switch (e.getCode()) {
            case 401 ->
                failure(
                        message,
                        object,
                        "the API server does not accept the worker's credentials",
                        "renew the credentials of the target");
            case 403 ->
                failure(message, object, forbidden(message), "the message names the account and the missing right");
            case 404 ->
                failure(
                        message,
                        object,
                        "the object or its kind does not exist",
                        "deploy it first, or correct the name");
            case 409 ->
                failure(message, object, "it was changed, or is owned, by someone else", "see 'conflicts' of deploy");
            case 422 -> failure(message, object, "the API server rejects the object", "correct the manifest");
            default -> failure(message, object, "the API server responded with " + e.getCode(), "see the message");
        };
    }

    private static String forbidden(String message) {
        return message.contains("exceeded quota")
                ? "a ResourceQuota of the namespace is used up"
                : "an admission rule or the worker's rights forbid it";
    }

    private static Failure failure(String message, String object, String cause, String fix) {
        return new Failure(message, object, cause, fix, List.of(), true);
    }
}
