package io.slipway.model.reference;

import java.util.Locale;
import java.util.stream.Collectors;

/** The reference page of the verbs, in Markdown. */
public final class VerbPages {
    private VerbPages() {}

    /** The page. */
    public static String markdown() {
        StringBuilder page = new StringBuilder("""
                # Verbs

                The reference of all verbs. Each step has exactly one, as a key of the step; the rest of the file is described in [language.md](language.md).

                Generated from the records in `model`; a test keeps this page up to date.
                """);
        Verbs.all().forEach(verb -> verb(page, verb));
        return page.toString();
    }

    private static void verb(StringBuilder page, Verbs.VerbDoc verb) {
        page.append("\n## ")
                .append(verb.name())
                .append("\n\n")
                .append(verb.doc())
                .append("\n");
        if (!verb.forms().isEmpty()) {
            String first = verb.name() + "." + verb.forms().getFirst();
            page.append("\nOne of: ")
                    .append(Words.code(verb.forms()))
                    .append("; `slipway explain ")
                    .append(first)
                    .append("` tells what stands in one.\n");
        }
        if (!verb.fields().isEmpty()) {
            page.append('\n').append(FieldTable.of(verb.fields()));
        }
        if (!verb.outputs().isEmpty()) {
            page.append("\nOutputs: ")
                    .append(verb.outputs().stream()
                            .map(output -> "`" + output.key() + "` (" + output.type() + ") " + plain(output.doc()))
                            .collect(Collectors.joining("; ")))
                    .append(verb.dynamicOutputs() ? "; and what is known only at run time.\n" : ".\n");
        } else if (verb.dynamicOutputs()) {
            page.append("\nOutputs are known only at run time.\n");
        }
    }

    private static String plain(String doc) {
        String text = doc.endsWith(".") ? doc.substring(0, doc.length() - 1) : doc;
        boolean abbreviation = text.matches("\\p{Lu}{2}.*");
        return text.isEmpty() || abbreviation
                ? text
                : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }
}
