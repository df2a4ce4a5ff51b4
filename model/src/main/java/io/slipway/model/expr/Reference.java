package io.slipway.model.expr;

import java.util.List;

/**
 * A path that an expression reads, beginning at a name of the scope: {@code steps.flink_route.url}.
 *
 * @param path its names, at least one
 * @param optional whether the expression copes with its absence: {@code has()}, {@code ?.}
 * @param offset where it begins in the source
 */
public record Reference(List<String> path, boolean optional, int offset) {
    public Reference {
        path = List.copyOf(path);
    }

    /** The name of the scope. */
    public String root() {
        return path.get(0);
    }

    /** The name at that place, or an empty text when the path is shorter. */
    public String name(int index) {
        return index < path.size() ? path.get(index) : "";
    }

    @Override
    public String toString() {
        return String.join(".", path);
    }
}
