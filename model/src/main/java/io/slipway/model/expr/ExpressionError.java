package io.slipway.model.expr;

/**
 * What is wrong with an expression.
 *
 * @param line line in the source, from 1
 * @param column column in the line, from 1
 * @param offset characters before it in the source; as exact as the cause tells
 * @param message cause, without place
 */
public record ExpressionError(int line, int column, int offset, String message) {
    /** An error at an offset of a source. */
    static ExpressionError at(String source, int offset, String message) {
        int end = Math.max(0, Math.min(offset, source.length()));
        String before = source.substring(0, end);
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return new ExpressionError(line, end - before.lastIndexOf('\n'), end, message);
    }

    /** The error in the text that holds the source. */
    ExpressionError shifted(String text, int by) {
        return at(text, offset + by, message);
    }
}
