package io.slipway.model.reference;

import io.slipway.model.spec.Shape;
import java.util.List;

/** The reference page of the pipeline file without its verbs, in Markdown. */
public final class LanguagePage {
    private LanguagePage() {}

    /** The page. */
    public static String markdown() {
        StringBuilder page = new StringBuilder("""
                # The pipeline file

                Made from the records in `model`; a test keeps it up to date. `slipway explain step` prints the same, and so on for each heading.
                The verbs, of which each step has one, are in [verbs.md](verbs.md).
                """);
        Blocks.all().forEach((name, block) -> block(page, "## " + name, block));
        page.append("\n## Probes\n\nA check asks one of these. `expect` sees what stands under it.\n");
        Blocks.probes().forEach((name, block) -> {
            block(page, "### " + name, block);
            sees(page, block.sees());
        });
        return page.toString();
    }

    private static void block(StringBuilder page, String heading, Shape.Block block) {
        page.append('\n').append(heading).append("\n\n").append(block.doc()).append('\n');
        List<FieldDoc> fields = block.fields().stream()
                .filter(field -> !field.inline())
                .map(FieldDoc::of)
                .toList();
        if (!fields.isEmpty()) {
            page.append('\n').append(FieldTable.of(fields));
        }
        block.choices()
                .forEach(choice -> page.append(choice.optional() ? "\nAt most one of: " : "\nOne of: ")
                        .append(Words.code(List.of(choice.value())))
                        .append(".\n"));
        block.inlined()
                .forEach(field -> page.append("\nOne of: ")
                        .append(Words.code(field.union().keys()))
                        .append(".\n"));
        block.shortScalar()
                .ifPresent(key ->
                        page.append("\nA bare value stands for `").append(key).append("`.\n"));
    }

    private static void sees(StringBuilder page, List<String> names) {
        if (!names.isEmpty()) {
            page.append("\nSees ").append(Words.code(names)).append(".\n");
        }
    }
}
