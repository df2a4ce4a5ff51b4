package io.slipway.activities.cluster.watch;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.api.ApiKind;
import java.util.Collection;
import java.util.Optional;

/** One waiter's part of a shared watch. The objects are without {@code managedFields} and must not be changed. */
public final class WatchedKind implements AutoCloseable {
    private final SharedWatch watch;
    private final ApiKind kind;
    private final boolean joined;
    private final Runnable leave;

    WatchedKind(SharedWatch watch, ApiKind kind, boolean joined, Runnable leave) {
        this.watch = watch;
        this.kind = kind;
        this.joined = joined;
        this.leave = leave;
    }

    /** The kind that is watched. */
    public ApiKind kind() {
        return kind;
    }

    /**
     * Whether others had opened the watch before: it may then lag behind what was written just before, for a moment, or
     * for as long as its connection is away. One that was opened now has begun with all that there was.
     */
    public boolean joined() {
        return joined;
    }

    /** An object as it was last seen. */
    public Optional<JsonNode> get(String namespace, String name) {
        return watch.get(kind.namespaced() ? namespace : "", name);
    }

    /** All objects as they were last seen. */
    public Collection<JsonNode> objects() {
        return watch.objects();
    }

    /** A number that grows with each change; one that is read before the objects tells later whether they are still the same. */
    public long changes() {
        return watch.changes();
    }

    @Override
    public void close() {
        leave.run();
    }
}
