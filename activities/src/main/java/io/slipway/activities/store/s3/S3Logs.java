package io.slipway.activities.store.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.slipway.activities.store.EventLines;
import io.slipway.activities.store.EventLogs;
import io.slipway.activities.store.LatestFirst;
import io.slipway.activities.store.LogFolder;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * Logs as objects {@code FOLDER/ID/NUMBER-RANDOM.jsonl}, one for each time events were appended. An object is
 * written once and never again. Its number follows the highest that is there, which a store with S3's consistency shows
 * to whoever asks after it was written: the events of a worker that died come before those of the one that took over,
 * whatever their clocks say.
 */
final class S3Logs<E> implements EventLogs<E> {
    private static final int DIGITS = 10;
    private static final int AT_ONCE = 16;

    private static final int KEPT = 8 * 1024 * 1024;

    private final Texts texts = new Texts(KEPT);
    private final S3Bucket bucket;
    private final String all;
    private final Class<E> kind;
    /** The last object seen of a log, so that only what came after it need be listed. */
    private final Map<String, String> last = new ConcurrentHashMap<>();

    /** Logs in that folder of the bucket. */
    S3Logs(S3Bucket bucket, String folder, Class<E> kind) {
        this.bucket = bucket;
        this.all = folder + "/";
        this.kind = kind;
    }

    @Override
    public void append(String id, List<? extends E> events) {
        String folder = folder(id);
        String seen = last.getOrDefault(id, "");
        List<S3Bucket.Stored> newer = bucket.after(folder, seen);
        String latest = newer.isEmpty() ? seen : newer.getLast().key();
        String key = folder
                + String.format(Locale.ROOT, "%0" + DIGITS + "d", number(latest, folder) + 1)
                + "-" + UUID.randomUUID().toString().substring(0, 8) + ".jsonl";
        bucket.put(key, EventLines.write(events).getBytes(UTF_8));
        last.put(id, key);
    }

    private static long number(String key, String folder) {
        return key.isEmpty() ? 0 : Long.parseLong(key.substring(folder.length(), folder.length() + DIGITS));
    }

    @Override
    public List<E> events(String id) {
        return EventLines.read(text(id), kind);
    }

    @Override
    public String text(String id) {
        List<S3Bucket.Stored> objects = bucket.list(folder(id));
        try (ExecutorService readers = Executors.newFixedThreadPool(
                Math.clamp(objects.size(), 1, AT_ONCE), Thread.ofVirtual().factory())) {
            List<CompletableFuture<String>> parts = objects.stream()
                    .map(object -> CompletableFuture.supplyAsync(() -> texts.get(object.key(), this::read), readers))
                    .toList();
            return parts.stream().map(CompletableFuture::join).collect(Collectors.joining());
        } catch (CompletionException e) {
            throw e.getCause() instanceof UncheckedIOException unread ? unread : e;
        }
    }

    @Override
    public Optional<E> first(String id) {
        return bucket.list(folder(id)).stream()
                .findFirst()
                .flatMap(object ->
                        EventLines.read(read(object.key()), kind).stream().findFirst());
    }

    /** An object that is gone was swept away meanwhile. */
    private String read(String key) {
        return bucket.get(key).map(content -> new String(content, UTF_8)).orElse("");
    }

    @Override
    public SequencedMap<String, Instant> touched() {
        return LatestFirst.of(bucket.list(all).stream()
                .collect(Collectors.toMap(
                        object -> object.key().substring(all.length()).split("/", 2)[0],
                        S3Bucket.Stored::written,
                        (one, other) -> one.isAfter(other) ? one : other)));
    }

    /** The first events first: what half a removal leaves still ends, and goes the next time. */
    @Override
    public void remove(String id) {
        bucket.list(folder(id)).forEach(object -> bucket.delete(object.key()));
        last.remove(id);
    }

    private String folder(String id) {
        return all + LogFolder.name(id) + "/";
    }
}
