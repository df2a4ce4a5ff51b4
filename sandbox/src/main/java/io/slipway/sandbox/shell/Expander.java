package io.slipway.sandbox.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Quotes, variables and command substitution in words. */
final class Expander {
    /** Runs a substituted command and gives its output. */
    interface Substitution {
        String run(String script) throws InterruptedException;
    }

    private static final String ALL_ARGUMENTS = "$@";

    private final Map<String, String> variables;
    private final Substitution substitution;

    Expander(Map<String, String> variables, Substitution substitution) {
        this.variables = variables;
        this.substitution = substitution;
    }

    /** A word as the fields it becomes: an unquoted value is split at white space. */
    List<String> fields(String word) throws InterruptedException {
        Fields fields = new Fields();
        expand(word, fields, false);
        return fields.all();
    }

    /** A word as one string: redirection targets and assignments. */
    String single(String word) throws InterruptedException {
        return String.join(" ", fields(word));
    }

    /** The value of an assignment or here-string: no splitting. */
    String value(String word) throws InterruptedException {
        Fields fields = new Fields();
        expand(word, fields, true);
        return String.join("", fields.all());
    }

    private void expand(String word, Fields fields, boolean whole) throws InterruptedException {
        int at = 0;
        while (at < word.length()) {
            char next = word.charAt(at);
            switch (next) {
                case '\\' -> {
                    fields.literal(at + 1 < word.length() ? word.substring(at + 1, at + 2) : "\\");
                    at += 2;
                }
                case '\'' -> {
                    int end = Quoting.endOfSingle(word, at);
                    fields.literal(word.substring(at + 1, end - 1));
                    at = end;
                }
                case '"' -> {
                    int end = Quoting.endOfDouble(word, at);
                    String inner = word.substring(at + 1, end - 1);
                    if (inner.equals(ALL_ARGUMENTS)) {
                        arguments(fields);
                    } else {
                        fields.literal(quoted(inner));
                    }
                    at = end;
                }
                case '$', '`' -> {
                    int end = endOfReference(word, at);
                    String value = reference(word.substring(at, end));
                    fields.value(value, whole);
                    at = end;
                }
                default -> {
                    fields.literal(String.valueOf(next));
                    at++;
                }
            }
        }
    }

    /** Each argument of the script is a field of its own. */
    private void arguments(Fields fields) {
        int count = Integer.parseInt(variables.getOrDefault("#", "0"));
        for (int number = 1; number <= count; number++) {
            fields.field(variables.getOrDefault(String.valueOf(number), ""));
        }
    }

    private String quoted(String text) throws InterruptedException {
        StringBuilder result = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            char next = text.charAt(at);
            if (next == '\\' && at + 1 < text.length() && "\"\\$`".indexOf(text.charAt(at + 1)) >= 0) {
                result.append(text.charAt(at + 1));
                at += 2;
            } else if (next == '$' || next == '`') {
                int end = endOfReference(text, at);
                result.append(reference(text.substring(at, end)));
                at = end;
            } else {
                result.append(next);
                at++;
            }
        }
        return result.toString();
    }

    private static int endOfReference(String text, int from) {
        if (text.charAt(from) == '`') {
            return Quoting.endOfBackquote(text, from);
        }
        int end = Quoting.endOfDollar(text, from);
        if (end > from + 1 || end >= text.length()) {
            return end;
        }
        if ("?$!#@*".indexOf(text.charAt(end)) >= 0) {
            return end + 1;
        }
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
            end++;
        }
        return end;
    }

    private String reference(String text) throws InterruptedException {
        if (text.startsWith("$((") && text.endsWith("))")) {
            return Arithmetic.value(text.substring(3, text.length() - 2), variables);
        }
        if (text.startsWith("$(")) {
            return substitution.run(text.substring(2, text.length() - 1)).stripTrailing();
        }
        if (text.startsWith("`")) {
            return substitution.run(text.substring(1, text.length() - 1)).stripTrailing();
        }
        if (text.equals("$")) {
            return "$";
        }
        if (!text.startsWith("${")) {
            return variables.getOrDefault(text.substring(1), "");
        }
        return braces(text.substring(2, text.length() - 1));
    }

    private String braces(String inner) throws InterruptedException {
        int dash = inner.indexOf(":-");
        if (dash < 0) {
            return variables.getOrDefault(inner, "");
        }
        String value = variables.getOrDefault(inner.substring(0, dash), "");
        return value.isEmpty() ? quoted(inner.substring(dash + 2)) : value;
    }

    /** Collects fields; literal text joins the current one, values may split it. */
    private static final class Fields {
        private final List<String> done = new ArrayList<>();
        private StringBuilder current;

        void literal(String text) {
            current = current == null ? new StringBuilder() : current;
            current.append(text);
        }

        void field(String text) {
            flush();
            literal(text);
            flush();
        }

        void value(String text, boolean whole) {
            if (whole) {
                literal(text);
                return;
            }
            String[] parts = text.split("\\s+", -1);
            for (int index = 0; index < parts.length; index++) {
                if (index > 0) {
                    flush();
                }
                if (!parts[index].isEmpty()) {
                    literal(parts[index]);
                }
            }
        }

        private void flush() {
            if (current != null) {
                done.add(current.toString());
                current = null;
            }
        }

        List<String> all() {
            flush();
            return done;
        }
    }
}
