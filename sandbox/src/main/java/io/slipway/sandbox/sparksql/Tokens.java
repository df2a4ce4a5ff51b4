package io.slipway.sandbox.sparksql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tokens of a statement, read one after another. */
final class Tokens {
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:('(?:[^'\\\\]++|\\\\.)*')|(\"[^\"]*\")|(`[^`]*`)|([A-Za-z_][A-Za-z0-9_]*)|(\\d+(?:\\.\\d+)?)|(=>|<=|>=|<>|!=|[^\\sA-Za-z0-9_]))");

    private final String statement;
    private final List<String> tokens = new ArrayList<>();
    private int at;

    Tokens(String statement) {
        this.statement = statement;
        Matcher matcher = TOKEN.matcher(statement);
        while (matcher.find()) {
            tokens.add(matcher.group().strip());
        }
    }

    boolean done() {
        return at >= tokens.size();
    }

    String peek() {
        return done() ? "" : tokens.get(at);
    }

    /** The next token is this word, whatever its case. */
    boolean is(String word) {
        return peek().equalsIgnoreCase(word);
    }

    boolean isOneOf(Set<String> words) {
        return words.contains(peek().toUpperCase(Locale.ROOT));
    }

    /** Takes the word when it comes next. */
    boolean take(String... words) {
        for (int index = 0; index < words.length; index++) {
            if (at + index >= tokens.size() || !tokens.get(at + index).equalsIgnoreCase(words[index])) {
                return false;
            }
        }
        at += words.length;
        return true;
    }

    void expect(String word) throws SqlException {
        if (!take(word)) {
            throw syntax();
        }
    }

    String next() throws SqlException {
        if (done()) {
            throw syntax();
        }
        return tokens.get(at++);
    }

    /** A name, back quotes removed. */
    String name() throws SqlException {
        String token = next();
        if (!token.matches("`[^`]*`|[A-Za-z_]\\w*")) {
            at--;
            throw syntax();
        }
        return token.replace("`", "");
    }

    /** A name of several parts: {@code iceberg.analytics.events}. */
    List<String> path() throws SqlException {
        List<String> parts = new ArrayList<>(List.of(name()));
        while (take(".")) {
            parts.add(name());
        }
        return parts;
    }

    /** Skips to the end: clauses that change nothing here. */
    void skipRest() {
        at = tokens.size();
    }

    /** Skips a parenthesis and what it holds. */
    void skipParentheses() throws SqlException {
        expect("(");
        for (int depth = 1; depth > 0; ) {
            String token = next();
            depth += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
        }
    }

    void end() throws SqlException {
        if (!done()) {
            throw syntax();
        }
    }

    SqlException syntax() {
        String where = done() ? "end of input" : "'" + peek() + "'";
        return new SqlException("[PARSE_SYNTAX_ERROR] Syntax error at or near " + where
                + ". SQLSTATE: 42601 (line 1)\n\n== SQL ==\n" + statement);
    }
}
