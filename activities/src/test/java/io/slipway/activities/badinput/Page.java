package io.slipway.activities.badinput;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/** The page of the table, made as the cases run. */
final class Page {
    private final Map<String, StringJoiner> verbs = new LinkedHashMap<>();

    void row(BadInputCase wrong, String foundBy, String message) {
        verbs.computeIfAbsent(wrong.verb(), verb -> new StringJoiner("\n", "", "\n"))
                .add("| " + cell(wrong.given()) + " | " + foundBy + " | " + cell(message) + " |");
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replaceAll("\\s*\\R\\s*", " ");
    }

    String text() {
        StringBuilder text = new StringBuilder("""
                # What is said of bad input

                Made by a test that gives each verb what is wrong and takes down what it says; do not edit. `check` finds
                it before anything runs, `run` when the step begins: nothing has been changed then, unless it says *after
                writing*, where only the other side can tell.
                """);
        verbs.forEach((verb, rows) -> text.append("\n## ")
                .append(verb)
                .append("\n\n| given | found by | message |\n|---|---|---|\n")
                .append(rows));
        return text.toString();
    }
}
