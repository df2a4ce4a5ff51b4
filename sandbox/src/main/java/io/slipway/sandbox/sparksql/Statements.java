package io.slipway.sandbox.sparksql;

import java.util.ArrayList;
import java.util.List;

/** Cuts a script into statements: at semicolons outside of quotes, comments removed. */
public final class Statements {
    private Statements() {}

    public static List<String> split(String script) {
        List<String> all = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        char quote = 0;
        for (int at = 0; at < script.length(); at++) {
            char next = script.charAt(at);
            if (quote == 0 && script.startsWith("--", at)) {
                int end = script.indexOf('\n', at);
                at = end < 0 ? script.length() : end;
                current.append(' ');
            } else if (quote == 0 && next == ';') {
                add(all, current);
            } else {
                quote = quote == 0 && "'\"`".indexOf(next) >= 0 ? next : next == quote ? 0 : quote;
                current.append(next);
            }
        }
        add(all, current);
        return all;
    }

    private static void add(List<String> all, StringBuilder current) {
        String statement = current.toString().strip();
        current.setLength(0);
        if (!statement.isEmpty()) {
            all.add(statement);
        }
    }
}
