package io.slipway.model.spec;

import java.util.Objects;

/**
 * A file of the pipeline's folder, relative to it; may be a glob. The planner reads it and keeps its content by hash,
 * so a change made later does not change a rollout in flight.
 *
 * @param value as written, with forward slashes; after planning never a glob
 */
@Literal
public record FilePath(String value) {
    public FilePath {
        Objects.requireNonNull(value, "value");
    }

    @Override
    public String toString() {
        return value;
    }
}
