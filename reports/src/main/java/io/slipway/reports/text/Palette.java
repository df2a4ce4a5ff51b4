package io.slipway.reports.text;

import io.slipway.reports.words.Mark;
import java.util.regex.Pattern;

/** Colours of a terminal, or none. */
public enum Palette {
    PLAIN,
    COLOUR;

    private static final String RESET = "\u001b[0m";

    /** A text in the colour of a tone. */
    public String paint(Mark.Tone tone, String text) {
        return wrap(
                switch (tone) {
                    case GOOD -> "32";
                    case BAD -> "31";
                    case WAITS -> "33";
                    case BUSY -> "36";
                    case QUIET -> "90";
                },
                text);
    }

    /** The sign of a mark in its colour. */
    public String sign(Mark mark) {
        return paint(mark.tone(), mark.sign());
    }

    /** A text that stands out. */
    public String bold(String text) {
        return wrap("1", text);
    }

    /** A text that stands back. */
    public String dim(String text) {
        return wrap("90", text);
    }

    /** A text that cannot be missed: black on yellow. */
    public String banner(String text) {
        return wrap("30;43", this == COLOUR ? " " + text + " " : text);
    }

    /**
     * A whole text with nothing in it that steers a terminal but our own colours: reports show logs and answers of
     * strangers.
     */
    public String safe(String text) {
        return (this == PLAIN ? Foreign.ALL : Foreign.BESIDE_OURS).matcher(text).replaceAll("");
    }

    private String wrap(String code, String text) {
        return this == PLAIN || text.isEmpty() ? text : "\u001b[" + code + "m" + text + RESET;
    }

    /** What steers a terminal: control characters but those of lines, and what turns the direction of writing. */
    private static final class Foreign {
        private static final String STEERS = "[\\p{Cntrl}\\x80-\\x9f\\u202a-\\u202e\\u2066-\\u2069&&[^\\n\\t\\x1b]]";
        private static final Pattern ALL = Pattern.compile(STEERS + "|\\x1b");
        private static final Pattern BESIDE_OURS = Pattern.compile(STEERS + "|\\x1b(?!\\[(?:0|1|3[1236]|90|30;43)m)");
    }
}
