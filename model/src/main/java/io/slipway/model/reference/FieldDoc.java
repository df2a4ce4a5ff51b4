package io.slipway.model.reference;

import io.slipway.model.spec.Field;
import java.util.List;

/**
 * A key of a block, for people.
 *
 * @param key the key
 * @param type what it takes, in words
 * @param required whether it must be written
 * @param defaultValue the YAML taken when it is left out, or an empty text
 * @param doc what it is for
 * @param example a value in YAML, or an empty text
 * @param sees names that an expression in it may use beyond the usual ones, with types
 */
public record FieldDoc(
        String key, String type, boolean required, String defaultValue, String doc, String example, List<String> sees) {
    public FieldDoc {
        sees = List.copyOf(sees);
    }

    static FieldDoc of(Field field) {
        return new FieldDoc(
                field.key(),
                TypeWords.of(field.shape()),
                field.required(),
                field.defaultValue().orElse(""),
                field.doc(),
                field.example(),
                field.sees());
    }
}
