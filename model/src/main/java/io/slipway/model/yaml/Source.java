package io.slipway.model.yaml;

import java.util.Arrays;
import java.util.Objects;

/** The text of a file. Where its lines begin is found once, when the first place is asked for. */
public final class Source {
    private final String file;
    private final String text;
    private int[] lines;
    private Boolean beyondBmp;

    /**
     * A text.
     *
     * @param file path relative to the pipeline's folder
     * @param text its content
     */
    public Source(String file, String text) {
        this.file = file;
        this.text = text;
    }

    /** Path relative to the pipeline's folder. */
    public String file() {
        return file;
    }

    /** The content. */
    public String text() {
        return text;
    }

    /** The place of a character. */
    public Place place(int index) {
        int end = Math.max(0, Math.min(index, text.length()));
        int found = Arrays.binarySearch(lines(), end);
        int line = found < 0 ? -found - 2 : found;
        return new Place(file, line + 1, end - lines()[line] + 1);
    }

    /** A line without its end, from 1; empty when there is no such line. */
    public String line(int number) {
        int[] starts = lines();
        if (number < 1 || number > starts.length) {
            return "";
        }
        int start = starts[number - 1];
        return text.substring(start, number == starts.length ? text.length() : starts[number] - 1);
    }

    /** The index in {@link #text} of a code point, as the YAML engine counts. */
    int indexOf(int codePoint) {
        if (beyondBmp == null) {
            beyondBmp = text.codePointCount(0, text.length()) < text.length();
        }
        if (!beyondBmp) {
            return Math.min(codePoint, text.length());
        }
        int count = Math.min(codePoint, text.codePointCount(0, text.length()));
        return text.offsetByCodePoints(0, count);
    }

    private int[] lines() {
        if (lines == null) {
            int[] starts = new int[16];
            int count = 1;
            for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, 2 * count);
                }
                starts[count++] = i + 1;
            }
            lines = Arrays.copyOf(starts, count);
        }
        return lines;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Source source && file.equals(source.file) && text.equals(source.text);
    }

    @Override
    public int hashCode() {
        return Objects.hash(file, text);
    }

    @Override
    public String toString() {
        return file;
    }
}
