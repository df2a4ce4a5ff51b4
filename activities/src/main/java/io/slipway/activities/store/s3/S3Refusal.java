package io.slipway.activities.store.s3;

import java.util.Set;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Why a bucket could not be used, and what to do about it. */
final class S3Refusal {
    private static final Set<String> CREDENTIALS =
            Set.of("AccessDenied", "InvalidAccessKeyId", "SignatureDoesNotMatch", "ExpiredToken", "Forbidden");

    private S3Refusal() {}

    static String of(S3Exception refused, S3Location location) {
        String code =
                refused.awsErrorDetails() == null || refused.awsErrorDetails().errorCode() == null
                        ? "HTTP " + refused.statusCode()
                        : refused.awsErrorDetails().errorCode();
        if (code.equals("NoSuchBucket")) {
            return "no bucket " + location.bucket() + "; create it, or correct SLIPWAY_STORE";
        }
        if (CREDENTIALS.contains(code) || refused.statusCode() == 403) {
            return "it rejects the credentials (" + code
                    + "); they must be allowed to list, read, write and delete there";
        }
        return "it responded with " + code + "; see the object store's log";
    }

    static String of(SdkException unanswered, S3Location location) {
        String cause = String.valueOf(unanswered.getMessage());
        if (cause.contains("credentials")) {
            return "no credentials were found; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or give the machine a role";
        }
        if (cause.contains("region")) {
            return "no region was found; add ?region=REGION to SLIPWAY_STORE, or set AWS_REGION";
        }
        Throwable root = unanswered;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String reason = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        return "no response (" + reason + "); check that "
                + location.endpoint().map(Object::toString).orElse("the network") + " can be reached";
    }
}
