package io.slipway.model.yaml;

/**
 * A place in a file.
 *
 * @param file path relative to the pipeline's folder
 * @param line from 1
 * @param column from 1
 */
public record Place(String file, int line, int column) implements Comparable<Place> {
    /** The beginning of a file. */
    public static Place startOf(String file) {
        return new Place(file, 1, 1);
    }

    @Override
    public int compareTo(Place other) {
        int byFile = file.compareTo(other.file);
        int byLine = Integer.compare(line, other.line);
        return byFile != 0 ? byFile : byLine != 0 ? byLine : Integer.compare(column, other.column);
    }

    /** As compilers write it: {@code pipeline.yaml:41:9}. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
