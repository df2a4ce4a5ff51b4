package io.slipway.model.expr;

/** Finds the end of an expression: braces of CEL maps and braces inside CEL strings do not count. */
final class TemplateEnd {
    private TemplateEnd() {}

    /** Index of the closing {@code }}}, or -1. */
    static int find(String text, int from) {
        int depth = 0;
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\'' || c == '"') {
                at = afterString(text, at);
                continue;
            }
            if (c == '{') {
                depth++;
            } else if (c == '}') {
                if (depth == 0 && text.startsWith("}}", at)) {
                    return at;
                }
                depth = Math.max(0, depth - 1);
            }
            at++;
        }
        return -1;
    }

    private static int afterString(String text, int start) {
        char quote = text.charAt(start);
        int at = start + 1;
        while (at < text.length() && text.charAt(at) != quote) {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        // A quote that is never closed is left for the compiler to complain about.
        return at < text.length() ? at + 1 : start + 1;
    }
}
