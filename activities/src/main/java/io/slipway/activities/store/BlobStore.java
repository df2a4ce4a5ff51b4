package io.slipway.activities.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Content-addressed store of plans, manifests, logs, diffs and bundles. History holds only their hashes. */
public interface BlobStore {
    /**
     * Keeps content.
     *
     * @return its hash; keeping the same content again changes nothing
     * @throws java.io.UncheckedIOException when the store cannot be written
     */
    String put(byte[] content);

    /** The content of that hash, or empty when the store does not have it. */
    Optional<byte[]> get(String hash);

    /**
     * All blobs, for the sweeper.
     *
     * @throws java.io.UncheckedIOException when the store cannot be read
     */
    List<Kept> all();

    /** Removes a blob that was not used since; one that is not there is no error. */
    void remove(String hash, Instant unusedSince);

    /**
     * A blob that is kept.
     *
     * @param hash its hash
     * @param bytes how large it is
     * @param used when it was last written, also with the same content
     */
    record Kept(String hash, long bytes, Instant used) {}

    /** Keeps a text in UTF-8. */
    default String putText(String content) {
        return put(content.getBytes(StandardCharsets.UTF_8));
    }

    /** A text in UTF-8, or empty when the store does not have it. */
    default Optional<String> text(String hash) {
        return get(hash).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }
}
