package io.slipway.activities.evidence;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Cuts texts to what a report or a payload can hold. Masking comes first: a cut secret would not be recognised. */
public final class Excerpt {
    /** The most an output of a step may hold, in characters. */
    public static final int OUTPUT = 64 * 1024;

    /** The most a line of a report may hold, in characters. */
    public static final int LINE = 300;

    private Excerpt() {}

    /** One line of at most {@link #LINE} characters; line breaks become spaces. */
    public static String line(String text) {
        return cut(text.strip().replaceAll("\\s*\\R\\s*", " "), LINE);
    }

    /** The beginning, at most so many characters; says how much is left out. */
    public static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end) + "… (" + (text.length() - end) + " more)";
    }

    /** A command's or answer's bytes as text for an output, at most {@link #OUTPUT} characters. */
    public static String output(byte[] bytes) {
        return cut(new String(bytes, StandardCharsets.UTF_8), OUTPUT);
    }

    /** The last lines of a text that say something, the last one last. */
    public static List<String> lastLines(String text, int most) {
        List<String> lines = text.lines()
                .map(String::stripTrailing)
                .filter(line -> !line.isBlank())
                .toList();
        return lines.subList(Math.max(0, lines.size() - most), lines.size());
    }
}
