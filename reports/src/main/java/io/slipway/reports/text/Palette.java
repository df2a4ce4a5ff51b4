package io.slipway.reports.text;

import io.slipway.reports.words.Mark;

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

    private String wrap(String code, String text) {
        return this == PLAIN || text.isEmpty() ? text : "\u001b[" + code + "m" + text + RESET;
    }
}
