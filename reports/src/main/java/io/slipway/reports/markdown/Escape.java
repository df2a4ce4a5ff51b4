package io.slipway.reports.markdown;

/** Texts that are safe in Markdown: what was seen in a cluster must not become markup. */
public final class Escape {
    private static final String SPECIAL = "\\`*_{}[]<>#|~&";

    private Escape() {}

    /** A text on one line in which no character is markup; fit for a cell of a table. */
    public static String text(String text) {
        StringBuilder out = new StringBuilder();
        for (char c : text.strip().replaceAll("\\s*\\R\\s*", " ").toCharArray()) {
            if (SPECIAL.indexOf(c) >= 0) {
                out.append('\\');
            }
            out.append(c);
        }
        return out.toString();
    }

    /** A text on one line as code, for a cell of a table: a bar would end it, also in code. */
    public static String cell(String text) {
        return code(text.replace("|", "\\|"));
    }

    /** A text on one line as code. */
    public static String code(String text) {
        if (text.isBlank()) {
            return "";
        }
        String line = text.strip().replaceAll("\\s*\\R\\s*", " ");
        String fence = "`".repeat(longestRun(line) + 1);
        String pad = line.startsWith("`") || line.endsWith("`") ? " " : "";
        return fence + pad + line + pad + fence;
    }

    private static int longestRun(String line) {
        int longest = 0;
        int run = 0;
        for (char c : line.toCharArray()) {
            run = c == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
