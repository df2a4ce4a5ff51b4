package io.slipway.sandbox.shell;

import java.util.ArrayList;
import java.util.List;

/** Cuts a script into words and operators; words keep their quotes, since expansion comes later. */
final class Lexer {
    private static final List<String> OPERATORS = List.of(
            "&&", "||", ";;", "2>&1", "1>&2", ">&2", "2>>", "2>", "&>", "1>", ">>", "<<<", ">", "<", "|", ";", "&", "(",
            ")", "\n");

    /** A token: operator or word. */
    record Token(String text, boolean operator) {}

    private final String script;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String script) {
        this.script = script.replace("\\\n", " ");
    }

    static List<Token> cut(String script) {
        return new Lexer(script).run();
    }

    private List<Token> run() {
        while (at < script.length()) {
            char next = script.charAt(at);
            if (next == ' ' || next == '\t' || next == '\r') {
                at++;
            } else if (next == '#') {
                skipComment();
            } else if (!operator()) {
                tokens.add(new Token(word(), false));
            }
        }
        return tokens;
    }

    private void skipComment() {
        while (at < script.length() && script.charAt(at) != '\n') {
            at++;
        }
    }

    private boolean operator() {
        for (String operator : OPERATORS) {
            if (script.startsWith(operator, at)) {
                tokens.add(new Token(operator, true));
                at += operator.length();
                return true;
            }
        }
        return false;
    }

    private String word() {
        int start = at;
        while (at < script.length() && !endsWord(script.charAt(at))) {
            at = skipOne(at);
        }
        return script.substring(start, at);
    }

    private static boolean endsWord(char next) {
        return " \t\r\n;|&<>()".indexOf(next) >= 0;
    }

    private int skipOne(int from) {
        char next = script.charAt(from);
        return switch (next) {
            case '\\' -> Math.min(from + 2, script.length());
            case '\'' -> Quoting.endOfSingle(script, from);
            case '"' -> Quoting.endOfDouble(script, from);
            case '$' -> Quoting.endOfDollar(script, from);
            case '`' -> Quoting.endOfBackquote(script, from);
            default -> from + 1;
        };
    }
}
