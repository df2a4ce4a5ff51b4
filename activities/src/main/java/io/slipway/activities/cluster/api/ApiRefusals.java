package io.slipway.activities.cluster.api;

import io.slipway.activities.step.StepFailure;
import java.util.stream.Collectors;

/** What an API server's refusal means to somebody who rolls out, and what to do about it. */
final class ApiRefusals {
    private ApiRefusals() {}

    static StepFailure failure(ApiException refusal, String doing) {
        String message = "could not " + doing;
        String cause = "the API server answered " + refusal.code() + ": " + refusal.getMessage() + fields(refusal);
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
                        ? "this field cannot change: delete the object in a step before, or give it a new name"
                        : "correct the object; 'kubectl explain' shows what its fields may be";
            case 400, 415 -> "correct the object; 'kubectl explain' shows what its fields may be";
            case 401 -> "renew the credentials of the target in the worker's configuration";
            case 403 ->
                refusal.getMessage().contains("exceeded quota")
                        ? "raise the ResourceQuota of the namespace or ask for less"
                        : "grant the worker's account this right (Role and RoleBinding), or choose another target";
            case 404 -> "see that the namespace and the kind exist on this target";
            case 409 -> "somebody else changed the object at the same time; try again";
            case 500 ->
                refusal.passing()
                        ? "see that the API server is well, then try again"
                        : "correct the object; 'kubectl explain' shows what its fields may be";
            default -> "see that the API server is well, then try again";
        };
    }
}
