package io.slipway.model.yaml;

/**
 * The text of a file.
 *
 * @param file path relative to the pipeline's folder
 * @param text its content
 */
public record Source(String file, String text) {

    /** The place of a character. */
    public Place place(int index) {
        int end = Math.max(0, Math.min(index, text.length()));
        int line = 1;
        int lineStart = 0;
        for (int i = text.indexOf('\n'); i >= 0 && i < end; i = text.indexOf('\n', i + 1)) {
            line++;
            lineStart = i + 1;
        }
        return new Place(file, line, end - lineStart + 1);
    }

    /** A line without its end, from 1; empty when there is no such line. */
    public String line(int number) {
        int start = 0;
        for (int i = 1; i < number; i++) {
            int end = text.indexOf('\n', start);
            if (end < 0) {
                return "";
            }
            start = end + 1;
        }
        int end = text.indexOf('\n', start);
        return text.substring(start, end < 0 ? text.length() : end);
    }

    /** The index in {@link #text} of a code point, as the YAML engine counts. */
    int indexOf(int codePoint) {
        int count = Math.min(codePoint, text.codePointCount(0, text.length()));
        return text.offsetByCodePoints(0, count);
    }

    @Override
    public String toString() {
        return file;
    }
}
