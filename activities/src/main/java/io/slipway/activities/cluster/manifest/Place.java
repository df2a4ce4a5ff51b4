package io.slipway.activities.cluster.manifest;

/**
 * Where an object was written.
 *
 * @param file path in the pipeline's folder, or such as {@code inline[0]}
 * @param line from 1; 0 when the place has no lines
 */
public record Place(String file, int line) {
    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line;
    }
}
