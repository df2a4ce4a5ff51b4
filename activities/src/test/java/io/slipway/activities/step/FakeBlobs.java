package io.slipway.activities.step;

import io.slipway.activities.store.BlobStore;
import io.slipway.model.json.Hash;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A blob store in memory, for tests. */
public final class FakeBlobs implements BlobStore {
    private final Map<String, byte[]> content = new ConcurrentHashMap<>();

    @Override
    public String put(byte[] bytes) {
        String hash = Hash.of(bytes);
        content.put(hash, bytes.clone());
        return hash;
    }

    @Override
    public Optional<byte[]> get(String hash) {
        return Optional.ofNullable(content.get(hash)).map(byte[]::clone);
    }

    @Override
    public List<Kept> all() {
        return content.entrySet().stream()
                .map(entry -> new Kept(entry.getKey(), entry.getValue().length, Instant.now()))
                .toList();
    }

    @Override
    public void remove(String hash, Instant unusedSince) {
        content.remove(hash);
    }

    /** All that was kept, as one text, to look for what must not be there. */
    public String everything() {
        StringBuilder all = new StringBuilder();
        content.values()
                .forEach(bytes ->
                        all.append(new String(bytes, StandardCharsets.UTF_8)).append('\n'));
        return all.toString();
    }
}
