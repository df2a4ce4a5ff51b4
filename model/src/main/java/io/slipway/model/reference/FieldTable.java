package io.slipway.model.reference;

import java.util.List;
import java.util.stream.Collectors;

/** The keys of a block as a table in Markdown. */
final class FieldTable {
    private FieldTable() {}

    static String of(List<FieldDoc> fields) {
        return "| key | type | default | what for |\n|---|---|---|---|\n"
                + fields.stream().map(FieldTable::row).collect(Collectors.joining());
    }

    private static String row(FieldDoc field) {
        String value = field.required() ? "required" : field.defaultValue();
        String sees = field.sees().isEmpty() ? "" : " Sees " + Words.code(field.sees()) + ".";
        return "| `" + field.key() + "` | " + cell(field.type()) + " | " + cell(value) + " | "
                + cell(field.doc() + sees) + " |\n";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
