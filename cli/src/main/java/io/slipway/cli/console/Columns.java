package io.slipway.cli.console;

import java.util.ArrayList;
import java.util.List;

/** A table for people: columns as wide as their widest cell, two spaces apart, no lines. */
public final class Columns {
    private final List<String[]> rows = new ArrayList<>();

    /** A table with these headings. */
    public static Columns of(String... headings) {
        return new Columns().row(headings);
    }

    /** Adds a row. */
    public Columns row(String... cells) {
        rows.add(cells);
        return this;
    }

    /** The table as lines. */
    public String text() {
        int columns = rows.stream().mapToInt(row -> row.length).max().orElse(0);
        int[] widths = new int[columns];
        for (String[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.length; i++) {
                line.append(row[i]).append(" ".repeat(widths[i] - row[i].length() + 2));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
