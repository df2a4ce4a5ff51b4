package io.slipway.reports.text;

/** Lines under construction. */
final class Lines {
    private final StringBuilder text = new StringBuilder();

    void line(String line) {
        text.append(line.stripTrailing()).append('\n');
    }

    void blank() {
        text.append('\n');
    }

    void section(String title, String rest) {
        blank();
        line(title + (rest.isEmpty() ? "" : ": " + rest));
    }

    /** A label and a text, whose further lines are indented below its first; nothing when the text is empty. */
    void labelled(String indent, String label, String value) {
        if (value.isEmpty()) {
            return;
        }
        String head = indent + label + ": ";
        line(head + value.strip().replace("\n", "\n" + " ".repeat(head.length())));
    }

    /** A text on one line. */
    static String oneLine(String value) {
        return value.strip().replaceAll("\\s*\\R\\s*", " ⏎ ");
    }

    String text() {
        return text.toString();
    }
}
