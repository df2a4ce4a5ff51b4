package io.slipway.cli.live;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;

/** Text on a terminal, whose characters take one column, two, or none. */
final class Columns {
    private static final String CUT = "…";

    private Columns() {}

    static int of(String text) {
        return new AttributedString(text).columnLength();
    }

    /** The text, or its beginning and a sign that it was cut. */
    static String cut(String text, int columns) {
        return of(text) <= columns ? text : first(text, Math.max(0, columns - 1)) + CUT;
    }

    /**
     * The text in lines, broken at spaces where it has any.
     *
     * @param indent columns before each line but the first
     * @param most how many lines; the last is cut when that is not enough
     */
    static List<String> wrapped(String text, int columns, int indent, int most) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (of(rest) > columns && lines.size() < most - 1 && columns > 2 * indent) {
            String line = upToASpace(rest, columns, indent);
            lines.add(line.stripTrailing());
            rest = " ".repeat(indent) + rest.substring(line.length()).stripLeading();
        }
        lines.add(cut(rest, columns));
        return lines;
    }

    private static String upToASpace(String text, int columns, int indent) {
        String line = first(text, columns);
        int space = line.lastIndexOf(' ');
        return space < indent ? line : line.substring(0, space);
    }

    private static String first(String text, int columns) {
        return new AttributedString(text).columnSubSequence(0, columns).toString();
    }
}
