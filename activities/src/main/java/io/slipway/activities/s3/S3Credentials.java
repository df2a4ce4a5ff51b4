package io.slipway.activities.s3;

/**
 * Who asks an object store.
 *
 * @param accessKey the access key
 * @param secretKey the secret key
 * @param region the region that is signed for
 */
public record S3Credentials(String accessKey, String secretKey, String region) {
    @Override
    public String toString() {
        return "S3Credentials[" + region + "]";
    }
}
