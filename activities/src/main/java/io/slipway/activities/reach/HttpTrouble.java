package io.slipway.activities.reach;

import io.slipway.activities.step.StepFailure;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLException;

/** Why there was no answer, for people. */
final class HttpTrouble {
    private HttpTrouble() {}

    static StepFailure failure(IOException trouble, URI uri, String name) {
        String message = "no response from " + name;
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException) {
                return StepFailure.of(
                        message,
                        "its certificate is not trusted: " + text(cause),
                        "let the worker trust the authority that signed it, or set verify: false");
            }
            if (cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException) {
                return StepFailure.of(
                        message,
                        "the name " + uri.getHost() + " does not resolve on this machine",
                        "correct the name, or configure an ingress for the target in the worker's configuration");
            }
            if (cause instanceof HttpTimeoutException) {
                return StepFailure.of(
                        message,
                        "it did not respond in time",
                        "check whether the program behind it is busy or hangs, and whether a network policy blocks it");
            }
        }
        String cause = trouble instanceof ConnectException ? "the connection was refused" : plain(trouble);
        return StepFailure.of(message, cause, "check that the program behind it is running and listens on that port");
    }

    static StepFailure wrong(IllegalArgumentException refused, URI uri) {
        return StepFailure.permanent(
                "the request to " + place(uri) + " cannot be sent",
                text(refused),
                "correct address, method and headers");
    }

    /** The address without its query, which may hold something secret. */
    static String place(URI uri) {
        return uri.getScheme() + "://" + uri.getRawAuthority() + (uri.getRawPath() == null ? "" : uri.getRawPath());
    }

    /** What Java's client says when the other side closes the connection at once. */
    private static String plain(IOException trouble) {
        String text = text(trouble);
        return text.contains("received no bytes") ? "the connection was closed without a response" : text;
    }

    private static String text(Throwable trouble) {
        return trouble.getMessage() == null ? trouble.getClass().getSimpleName() : trouble.getMessage();
    }
}
