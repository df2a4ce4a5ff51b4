package io.slipway.sandbox.spark;

import io.slipway.sandbox.sparksql.SqlResult;
import java.util.ArrayList;
import java.util.List;

/** Results as {@code show()} draws them. */
final class Shown {
    private Shown() {}

    static List<String> table(SqlResult result) {
        int[] widths = new int[result.columns().size()];
        for (int column = 0; column < widths.length; column++) {
            widths[column] = Math.max(3, result.columns().get(column).length());
            for (List<String> row : result.rows()) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        List<String> lines = new ArrayList<>();
        StringBuilder rule = new StringBuilder("+");
        for (int width : widths) {
            rule.append("-".repeat(width)).append('+');
        }
        lines.add(rule.toString());
        lines.add(line(result.columns(), widths));
        lines.add(rule.toString());
        result.rows().forEach(row -> lines.add(line(row, widths)));
        lines.add(rule.toString());
        return lines;
    }

    private static String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder("|");
        for (int column = 0; column < widths.length; column++) {
            line.append(" ".repeat(widths[column] - cells.get(column).length()))
                    .append(cells.get(column))
                    .append('|');
        }
        return line.toString();
    }
}
