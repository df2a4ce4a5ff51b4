package io.slipway.cli.language;

import io.slipway.cli.console.Columns;
import java.util.LinkedHashMap;
import java.util.Map;

/** An explanation for people. */
record ExplanationText(Explanation explanation) {

    String text() {
        StringBuilder text = new StringBuilder();
        text.append(explanation.path()).append(": ").append(explanation.what());
        text.append(explanation.presence().isEmpty() ? "" : " (" + explanation.presence() + ")")
                .append('\n');
        if (!explanation.doc().isEmpty()) {
            text.append("  ").append(explanation.doc()).append('\n');
        }
        if (!explanation.example().isEmpty()) {
            text.append("  For example: ").append(explanation.example()).append('\n');
        }
        if (!explanation.sees().isEmpty()) {
            text.append("\nAn expression here also sees: ")
                    .append(String.join(", ", explanation.sees()))
                    .append('\n');
        }
        section(text, "Values", explanation.values());
        section(text, "Fields", marked());
        section(text, "Outputs", explanation.outputs());
        return text.toString();
    }

    private Map<String, String> marked() {
        Map<String, String> fields = new LinkedHashMap<>();
        explanation
                .fields()
                .forEach((key, doc) -> fields.put(explanation.required().contains(key) ? key + " *" : key, doc));
        return fields;
    }

    private static void section(StringBuilder text, String title, Map<String, String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        text.append('\n')
                .append(title)
                .append(title.equals("Fields") ? " (* required)" : "")
                .append(":\n");
        Columns table = new Columns();
        lines.forEach((key, doc) -> table.row("  " + key, doc));
        text.append(table.text());
    }
}
