package io.slipway.activities.validate.probes;

import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.http.HttpAddress;
import io.slipway.activities.reach.HttpAsk;
import io.slipway.activities.reach.Reach;
import io.slipway.activities.s3.S3Client;
import io.slipway.activities.s3.S3Credentials;
import io.slipway.activities.s3.S3Exception;
import io.slipway.activities.s3.S3Listing;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.action.S3Endpoint;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.util.Optional;

/** An object store as a pipeline names it. */
public final class S3Store {
    private final S3Endpoint endpoint;
    private final Reach reach;

    /** A store and the way to it. */
    public S3Store(S3Endpoint endpoint, Reach reach) {
        this.endpoint = endpoint;
        this.reach = reach;
    }

    /** What the way to a store asks of the API server. */
    public static Calls calls(S3Endpoint endpoint, Reach reach) throws InterruptedException {
        return endpoint.service().isPresent() ? reach.callsToService() : Calls.NONE;
    }

    /**
     * Lists keys.
     *
     * @throws S3Exception when the store refuses
     * @throws StepFailure when it does not answer
     */
    public S3Listing list(String bucket, String prefix) throws InterruptedException {
        URI base = endpoint.service().isPresent()
                ? reach.service(endpoint.service().get())
                : new HttpAddress(endpoint.url(), Optional.empty(), "/").resolve(reach);
        S3Credentials credentials = new S3Credentials(endpoint.accessKey(), endpoint.secretKey(), endpoint.region());
        try {
            return new S3Client(reach.http().client(true), base, credentials)
                    .list(bucket, prefix, HttpAsk.patience(reach.context().left()));
        } catch (IOException noAnswer) {
            throw StepFailure.of(
                    "no response from the object store " + display(),
                    why(noAnswer),
                    "check that it is running and listens on that port");
        }
    }

    private static String why(IOException noAnswer) {
        if (noAnswer instanceof ConnectException) {
            return "the connection was refused";
        }
        return noAnswer.getMessage() == null ? noAnswer.getClass().getSimpleName() : noAnswer.getMessage();
    }

    /** Why it refused. */
    public String cause(S3Exception refused, String bucket) {
        String code = refused.code().isEmpty() ? "HTTP " + refused.status() : refused.code();
        return switch (refused.code()) {
            case "NoSuchBucket" -> "no bucket " + bucket + " in " + display();
            case "AccessDenied", "InvalidAccessKeyId", "SignatureDoesNotMatch" ->
                display() + " rejects the credentials for bucket " + bucket + ": " + code;
            default -> display() + " answered " + code + ": " + refused.getMessage();
        };
    }

    /** What to do about it. */
    public String fix(S3Exception refused) {
        return switch (refused.code()) {
            case "NoSuchBucket" -> "create the bucket, or correct its name";
            case "AccessDenied", "InvalidAccessKeyId", "SignatureDoesNotMatch" ->
                "check that accessKey and secretKey come from the store's own Secret and may list the bucket";
            default -> "see the object store's log";
        };
    }

    private String display() {
        return endpoint.service()
                .map(name -> "service " + name)
                .orElseGet(() -> endpoint.url().orElse(""));
    }
}
