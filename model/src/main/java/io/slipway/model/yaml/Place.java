package io.slipway.model.yaml;

import java.util.Comparator;

/**
 * A place in a file.
 *
 * @param file path relative to the pipeline's folder
 * @param line from 1
 * @param column from 1
 */
public record Place(String file, int line, int column) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::file).thenComparingInt(Place::line).thenComparingInt(Place::column);

    /** The beginning of a file. */
    public static Place startOf(String file) {
        return new Place(file, 1, 1);
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    /** As compilers write it: {@code pipeline.yaml:41:9}. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
