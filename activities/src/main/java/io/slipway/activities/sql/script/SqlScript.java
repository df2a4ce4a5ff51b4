package io.slipway.activities.sql.script;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a script at its semicolons as its engine reads it: not inside quotes, back-quotes, line comments or block
 * comments.
 *
 * @see <a href="https://spark.apache.org/docs/3.5.7/sql-ref-literals.html">Literals</a>
 */
public final class SqlScript {
    private final String text;
    private final String source;
    private final SqlDialect dialect;
    private final List<Statement> statements = new ArrayList<>();
    private int at;
    private int line = 1;
    private int start;
    private int startLine = 1;
    private boolean said;

    private SqlScript(String text, String source, SqlDialect dialect) {
        this.text = text;
        this.source = source;
        this.dialect = dialect;
    }

    /**
     * The statements of a script; those of comments and blanks only are left out.
     *
     * @throws IllegalArgumentException when a quote or a comment is not closed; the message has the place
     */
    public static List<Statement> split(String text, String source, SqlDialect dialect) {
        SqlScript script = new SqlScript(text, source, dialect);
        script.run();
        return dialect.sets() ? StatementSets.join(script.statements) : List.copyOf(script.statements);
    }

    private void run() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == ';') {
                end();
                step();
                start = at;
            } else if (c == '\'' || c == '"' || c == '`') {
                mark();
                quoted(c);
            } else if (text.startsWith("--", at)) {
                lineComment();
            } else if (text.startsWith("/*", at)) {
                blockComment();
            } else {
                if (!Character.isWhitespace(c)) {
                    mark();
                }
                step();
            }
        }
        end();
    }

    /** The statement says something from here on. */
    private void mark() {
        if (!said) {
            said = true;
            startLine = line;
        }
    }

    private void end() {
        if (said) {
            statements.add(new Statement(text.substring(start, at).strip(), source, startLine));
        }
        said = false;
    }

    private void step() {
        if (text.charAt(at) == '\n') {
            line++;
        }
        at++;
    }

    private void quoted(char quote) {
        int opened = line;
        step();
        while (at < text.length() && text.charAt(at) != quote) {
            if (dialect.backslash() && text.charAt(at) == '\\' && quote != '`' && at + 1 < text.length()) {
                step();
            }
            step();
        }
        closed(opened, "quote " + quote);
        step();
    }

    private void lineComment() {
        while (at < text.length() && text.charAt(at) != '\n') {
            step();
        }
    }

    private void blockComment() {
        int opened = line;
        int depth = 0;
        do {
            if (text.startsWith("/*", at)) {
                depth = dialect.nested() ? depth + 1 : 1;
                at += 2;
            } else if (text.startsWith("*/", at)) {
                depth--;
                at += 2;
            } else {
                closed(opened, "comment /*");
                step();
            }
        } while (depth > 0);
    }

    private void closed(int opened, String what) {
        if (at >= text.length()) {
            throw new IllegalArgumentException(source + ":" + opened + ": the " + what + " is not closed");
        }
    }
}
