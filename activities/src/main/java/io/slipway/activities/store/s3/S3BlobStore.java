package io.slipway.activities.store.s3;

import io.slipway.activities.store.BlobStore;
import io.slipway.model.json.Hash;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Blobs as objects {@code blobs/HASH}. */
final class S3BlobStore implements BlobStore {
    private static final String FOLDER = "blobs/";
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final S3Bucket bucket;

    /** Blobs in that bucket. */
    S3BlobStore(S3Bucket bucket) {
        this.bucket = bucket;
    }

    /** Writes it also when it is there: that is how the store learns that it is in use. */
    @Override
    public String put(byte[] content) {
        String hash = Hash.of(content);
        bucket.put(FOLDER + hash, content);
        return hash;
    }

    @Override
    public Optional<byte[]> get(String hash) {
        return HASH.matcher(hash).matches() ? bucket.get(FOLDER + hash) : Optional.empty();
    }

    @Override
    public List<Kept> all() {
        return bucket.list(FOLDER).stream()
                .map(object -> new Kept(object.key().substring(FOLDER.length()), object.bytes(), object.written()))
                .filter(blob -> HASH.matcher(blob.hash()).matches())
                .toList();
    }

    @Override
    public void remove(String hash, Instant unusedSince) {
        boolean unused = bucket.list(FOLDER + hash).stream()
                .anyMatch(object -> object.written().isBefore(unusedSince));
        if (unused) {
            bucket.delete(FOLDER + hash);
        }
    }
}
