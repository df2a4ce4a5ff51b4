package io.slipway.activities.rollout;

import io.slipway.activities.store.BlobStore;
import io.slipway.model.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Cuts long lists into pages that fit into one payload each, and keeps them in the blob store. */
final class Pages {
    private static final int LARGEST = 180 * 1024;

    private final BlobStore blobs;

    Pages(BlobStore blobs) {
        this.blobs = blobs;
    }

    /** Keeps the items as pages of the record that {@code page} makes; returns the hashes in order. */
    <T> List<String> put(List<T> items, Function<List<T>, Record> page) {
        List<String> hashes = new ArrayList<>();
        List<T> current = new ArrayList<>();
        int size = 0;
        for (T item : items) {
            int length = Json.write(item).length();
            if (!current.isEmpty() && size + length > LARGEST) {
                hashes.add(blobs.putText(Json.write(page.apply(current))));
                current = new ArrayList<>();
                size = 0;
            }
            current.add(item);
            size += length;
        }
        if (!current.isEmpty()) {
            hashes.add(blobs.putText(Json.write(page.apply(current))));
        }
        return hashes;
    }

    /** A page. */
    <P> P get(String hash, Class<P> type) {
        return blobs.text(hash)
                .map(text -> Json.read(text, type))
                .orElseThrow(() -> new IllegalStateException(
                        "page " + hash + " is not in this worker's blob store;" + " let all workers use the same one"));
    }
}
