package io.slipway.activities.cluster.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.slipway.activities.step.StepFailure;
import java.util.ArrayList;
import java.util.List;

/**
 * The API server refused, or could not be reached. A passing trouble goes up to Temporal, which tries the activity
 * again; a refusal becomes a step's failure by {@link #failure}. It is one of Fabric8's, so that the steps' envelope
 * treats both alike.
 */
public final class ApiException extends KubernetesClientException {
    private static final long serialVersionUID = 1L;

    /** How the API server's message begins when fields of an applied object are unknown or of a wrong type. */
    private static final String TYPED_PATCH = "failed to create typed patch object";

    private final String reason;
    private final transient List<Cause> causes;

    /**
     * A field the server complains of.
     *
     * @param field its path, such as {@code .spec.replicas}
     * @param reason such as {@code FieldManagerConflict}
     * @param message what is wrong with it
     */
    public record Cause(String field, String reason, String message) {}

    private ApiException(int code, String reason, String message, List<Cause> causes, Throwable cause) {
        super(message, cause, code, null, null);
        this.reason = reason;
        this.causes = List.copyOf(causes);
    }

    /** An answer that is not a success; its body is a Status where the server keeps to the rules. */
    public static ApiException answered(int code, JsonNode status) {
        List<Cause> causes = new ArrayList<>();
        for (JsonNode cause : status.path("details").path("causes")) {
            causes.add(new Cause(
                    cause.path("field").asText(""),
                    cause.path("reason").asText(""),
                    cause.path("message").asText("")));
        }
        String message = status.path("message").asText("HTTP status " + code);
        return new ApiException(code, status.path("reason").asText(""), message, causes, null);
    }

    /** No answer. */
    public static ApiException unreachable(String server, Throwable cause) {
        String why = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new ApiException(
                0, "Unreachable", "no response from the API server " + server + ": " + why, List.of(), cause);
    }

    /** The HTTP status, or 0 when there was no answer. */
    public int code() {
        return getCode();
    }

    /** The reason of the Status, such as {@code Conflict}; may be empty. */
    public String reason() {
        return reason;
    }

    /** The fields the server complains of. */
    public List<Cause> causes() {
        return causes == null ? List.of() : causes;
    }

    /** Whether it may pass by itself: no answer, too many requests, trouble inside the server. */
    public boolean passing() {
        return code() == 0 || code() == 408 || code() == 429 || (code() >= 500 && !misfit());
    }

    /** Whether the server may have carried the request out all the same. */
    boolean leavesDoubt() {
        return passing() && code() != 429;
    }

    /** Server-side apply answers 500 to an object that does not fit its kind's schema, which will never pass. */
    private boolean misfit() {
        String message = getMessage();
        return code() == 500 && message != null && message.startsWith(TYPED_PATCH);
    }

    /**
     * What to throw of it: itself while it may pass, so that Temporal tries the activity again, or else the step's failure.
     *
     * @param doing what was tried, such as {@code apply deployment/x in namespace y}
     */
    public RuntimeException passingOrFailure(String doing) {
        return passing() ? this : failure(doing);
    }

    /**
     * The refusal as a step's failure.
     *
     * @param doing what was tried, such as {@code apply deployment/x in namespace y}
     */
    public StepFailure failure(String doing) {
        return ApiRefusals.failure(this, doing);
    }
}
