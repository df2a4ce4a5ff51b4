package io.slipway.activities.sql.script;

/**
 * One SQL statement.
 *
 * @param text its text, without the semicolon
 * @param source the file it is from, or {@code statements}
 * @param line line of the source on which it starts, from 1
 */
public record Statement(String text, String source, int line) {
    /** Where it stands, for people. */
    public String place() {
        return source + ":" + line;
    }
}
