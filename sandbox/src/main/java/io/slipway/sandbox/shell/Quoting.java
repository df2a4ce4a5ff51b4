package io.slipway.sandbox.shell;

/** Finds where quoted parts and substitutions end. */
final class Quoting {
    private Quoting() {}

    static int endOfSingle(String text, int from) {
        int end = text.indexOf('\'', from + 1);
        if (end < 0) {
            throw new ShellSyntaxException("syntax error: unterminated quoted string");
        }
        return end + 1;
    }

    static int endOfDouble(String text, int from) {
        int at = from + 1;
        while (at < text.length() && text.charAt(at) != '"') {
            at = switch (text.charAt(at)) {
                case '\\' -> at + 2;
                case '$' -> endOfDollar(text, at);
                case '`' -> endOfBackquote(text, at);
                default -> at + 1;
            };
        }
        if (at >= text.length()) {
            throw new ShellSyntaxException("syntax error: unterminated quoted string");
        }
        return at + 1;
    }

    static int endOfBackquote(String text, int from) {
        int end = text.indexOf('`', from + 1);
        if (end < 0) {
            throw new ShellSyntaxException("syntax error: EOF in backquote substitution");
        }
        return end + 1;
    }

    /** The end of {@code $(...)} or <code>${...}</code>; just past the dollar sign for anything else. */
    static int endOfDollar(String text, int from) {
        if (from + 1 >= text.length()) {
            return from + 1;
        }
        char open = text.charAt(from + 1);
        if (open != '(' && open != '{') {
            return from + 1;
        }
        char close = open == '(' ? ')' : '}';
        int depth = 0;
        for (int at = from + 1; at < text.length(); at++) {
            char next = text.charAt(at);
            if (next == '\'' && open == '(') {
                at = endOfSingle(text, at) - 1;
            } else if (next == open) {
                depth++;
            } else if (next == close && --depth == 0) {
                return at + 1;
            }
        }
        throw new ShellSyntaxException("syntax error: unexpected end of file, expecting '" + close + "'");
    }
}
