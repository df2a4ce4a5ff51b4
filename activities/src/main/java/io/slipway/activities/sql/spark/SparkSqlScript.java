package io.slipway.activities.sql.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One session of {@code spark-sql}: the statements with a marker row before the first and after each. {@code spark-sql}
 * stops at the first statement that fails, so the number of markers in its output tells which one that was.
 *
 * @param statements the statements in order
 * @param mark text of the markers, which no row has
 */
record SparkSqlScript(List<String> statements, String mark) {
    SparkSqlScript {
        statements = List.copyOf(statements);
    }

    /** The command, with Spark properties, in the order of their names. */
    List<String> argv(Map<String, String> conf) {
        List<String> argv = new ArrayList<>(List.of("spark-sql", "--silent"));
        new TreeMap<>(conf).forEach((name, value) -> argv.addAll(List.of("--conf", name + "=" + value)));
        argv.addAll(List.of("-e", text()));
        return List.copyOf(argv);
    }

    /** The script. Each semicolon has a line of its own, since a statement may end in a line comment. */
    String text() {
        StringBuilder script = new StringBuilder(marker(0));
        for (int i = 0; i < statements.size(); i++) {
            script.append(statements.get(i)).append("\n;\n").append(marker(i + 1));
        }
        return script.toString();
    }

    private String marker(int number) {
        return "SELECT '" + mark + number + "'\n;\n";
    }

    /**
     * The rows of each statement that ran to its end; fewer lists than statements when one failed. Columns are what
     * {@code spark-sql} separates by tabs; a value with a tab or line break in it cannot be told apart.
     */
    List<List<List<String>>> rows(String stdout) {
        List<List<List<String>>> results = new ArrayList<>();
        List<List<String>> current = new ArrayList<>();
        int next = 0;
        for (String line : stdout.lines().toList()) {
            if (line.strip().equals(mark + next)) {
                if (next > 0) {
                    results.add(List.copyOf(current));
                }
                current.clear();
                next++;
            } else {
                current.add(List.of(line.split("\t", -1)));
            }
        }
        return results;
    }
}
