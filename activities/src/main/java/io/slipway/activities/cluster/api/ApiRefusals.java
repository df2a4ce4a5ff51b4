package io.slipway.activities.cluster.api;

import io.slipway.activities.step.StepFailure;
import java.util.stream.Collectors;

/** What an API server's refusal means to somebody who rolls out, and what to do about it. */
final class ApiRefusals {
    private ApiRefusals() {}

    static StepFailure failure(ApiException refusal, String doing) {
        String message = "could not " + doing;
        String cause =
                "the API server responded with " + refusal.code() + ": " + refusal.getMessage() + fields(refusal);
        return refusal.code() == 409 || refusal.passing()
                ? StepFailure.of(message, cause, fix(refusal))
                : StepFailure.permanent(message, cause, fix(refusal));
    }

    private static String fields(ApiException refusal) {
        return refusal.causes().stream()
                .filter(cause ->
                        !cause.field().isEmpty() && !refusal.getMessage().contains(cause.field()))
                .map(cause -> "; " + cause.field() + ": " + cause.message())
                .collect(Collectors.joining());
    }

    private static String fix(ApiException refusal) {
        return switch (refusal.code()) {
            case 422 ->
                refusal.getMessage().contains("immutable")
                        ? "the field is immutable: delete the object in an earlier step, or rename it"
                        : "correct the object; 'kubectl explain' documents its fields";
            case 400, 415 -> "correct the object; 'kubectl explain' documents its fields";
            case 401 -> "renew the credentials of the target in the worker's configuration";
            case 403 ->
                refusal.getMessage().contains("exceeded quota")
                        ? "raise the ResourceQuota of the namespace or ask for less"
                        : "grant the worker's account this right (Role and RoleBinding), or choose another target";
            case 404 -> "check that the namespace and the kind exist on this target";
            case 409 -> "the object was changed at the same time; retry";
            case 500 ->
                refusal.passing()
                        ? "check that the API server is healthy, then retry"
                        : "correct the object; 'kubectl explain' documents its fields";
            default -> "check that the API server is healthy, then retry";
        };
    }
}
