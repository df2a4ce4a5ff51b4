package io.slipway.activities.store.s3;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The objects below a prefix of a bucket. Keys here are without the prefix. What the store refuses or leaves unanswered,
 * after the SDK's own tries, is a {@link StoreLost}.
 */
final class S3Bucket {
    private final S3Location location;
    private S3Client client;

    /** A place in a store, which is connected to when it is first used. */
    S3Bucket(S3Location location) {
        this.location = location;
    }

    private static S3Client connect(S3Location location) {
        // Not every store but AWS's own knows chunked bodies and the newer checksums; what is sent here is small.
        S3ClientBuilder builder = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .serviceConfiguration(settings -> settings.chunkedEncodingEnabled(false))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
        location.region().map(Region::of).ifPresent(builder::region);
        location.endpoint().ifPresent(endpoint -> {
            builder.endpointOverride(endpoint).forcePathStyle(true);
            if (location.region().isEmpty()) {
                builder.region(Region.US_EAST_1); // such stores sign with it unless told otherwise
            }
        });
        return builder.build();
    }

    private synchronized S3Client client() {
        if (client == null) {
            client = connect(location);
        }
        return client;
    }

    /**
     * An object of the bucket.
     *
     * @param key without the prefix
     * @param bytes how large it is
     * @param written when it was last written; S3 keeps whole seconds
     */
    record Stored(String key, long bytes, Instant written) {}

    void put(String key, byte[] content) {
        asked(
                "write",
                () -> client().putObject(
                                request -> request.bucket(location.bucket()).key(full(key)),
                                RequestBody.fromBytes(content)));
    }

    Optional<byte[]> get(String key) {
        return asked("read", () -> {
            try {
                return Optional.of(client().getObjectAsBytes(
                                request -> request.bucket(location.bucket()).key(full(key)))
                        .asByteArray());
            } catch (NoSuchKeyException absent) {
                return Optional.empty();
            }
        });
    }

    /** The objects whose keys begin so, by key. */
    List<Stored> list(String prefix) {
        return after(prefix, "");
    }

    /** The objects whose keys begin so and come after that one, by key. */
    List<Stored> after(String prefix, String key) {
        return asked(
                "list",
                () -> client()
                        .listObjectsV2Paginator(request -> request.bucket(location.bucket())
                                .prefix(full(prefix))
                                .startAfter(key.isEmpty() ? null : full(key)))
                        .contents()
                        .stream()
                        .map(this::stored)
                        .toList());
    }

    private Stored stored(S3Object object) {
        return new Stored(object.key().substring(location.prefix().length()), object.size(), object.lastModified());
    }

    void delete(String key) {
        asked(
                "write",
                () -> client().deleteObject(
                                request -> request.bucket(location.bucket()).key(full(key))));
    }

    private String full(String key) {
        return location.prefix() + key;
    }

    private <T> T asked(String what, Supplier<T> call) {
        try {
            return call.get();
        } catch (S3Exception refused) {
            throw failed(what, S3Refusal.of(refused, location), refused);
        } catch (SdkException unanswered) {
            throw failed(what, S3Refusal.of(unanswered, location), unanswered);
        }
    }

    private StoreLost failed(String what, String why, SdkException e) {
        return new StoreLost("cannot " + what + " the store " + location + ": " + why, e);
    }

    @Override
    public String toString() {
        return location.toString();
    }
}
