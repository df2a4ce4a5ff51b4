package io.slipway.sandbox.api.server;

import io.slipway.sandbox.api.ApiFault;
import io.slipway.sandbox.store.Refusals;
import io.slipway.sandbox.store.Status;
import io.slipway.sandbox.store.StatusException;
import java.util.List;

/** The words of scripted faults: those of a real server, so that clients react as they would. */
final class FaultAnswers {

    static final String CONFLICT =
            "Operation cannot be fulfilled: the object has been modified; please apply your changes to the latest version "
                    + "and try again";

    private FaultAnswers() {}

    static StatusException refusal(ApiFault.Answer answer) {
        Status.Details details = new Status.Details("", "", "", "", List.of(), answer.retryAfterSeconds());
        return switch (answer.code()) {
            case 429 ->
                Refusals.refusal(
                        429,
                        "TooManyRequests",
                        "the server has received too many requests and has asked us to try again later",
                        details);
            case 503 ->
                Refusals.refusal(
                        503, "ServiceUnavailable", "the server is currently unable to handle the request", details);
            case 500 ->
                Refusals.refusal(
                        500, "InternalError", "Internal error occurred: etcdserver: request timed out", details);
            default ->
                Refusals.refusal(
                        answer.code(), "Unknown", "the server answers " + answer.code() + " by script", details);
        };
    }
}
