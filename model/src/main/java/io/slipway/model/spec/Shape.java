package io.slipway.model.spec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What may be written at one place of a pipeline file, as {@link Shapes} reads it off a Java type. The binder, the
 * checker, the JSON Schema and the reference all walk the same shapes.
 */
public sealed interface Shape {

    /**
     * A map with known keys: a record.
     *
     * @param type the record
     * @param doc what the block is for; empty when the record has no {@link Doc}
     * @param fields its fields in the order of the record
     * @param shortScalar key that a bare scalar stands for
     * @param shortList key that a bare list stands for
     * @param choices keys of which exactly, or at most, one is written
     * @param sees names that a {@link Late} field beside this block may use, for records such as probes
     * @param literal whether nothing in the block takes an expression
     */
    record Block(
            Class<?> type,
            String doc,
            List<Field> fields,
            Optional<String> shortScalar,
            Optional<String> shortList,
            List<OneOf> choices,
            List<String> sees,
            boolean literal)
            implements Shape {
        public Block {
            fields = List.copyOf(fields);
            choices = List.copyOf(choices);
            sees = List.copyOf(sees);
        }

        /** The field of that key; inline fields have none. */
        public Optional<Field> field(String key) {
            return fields.stream()
                    .filter(field -> !field.inline() && field.key().equals(key))
                    .findFirst();
        }

        /** The fields whose members' keys stand in this block itself. */
        public List<Field> inlined() {
            return fields.stream().filter(Field::inline).toList();
        }

        /** Every key that may stand in the block, inline members last, each with the shape of its value. */
        public Map<String, Shape> keys() {
            Map<String, Shape> keys = new LinkedHashMap<>();
            fields.stream().filter(field -> !field.inline()).forEach(field -> keys.put(field.key(), field.shape()));
            inlined().forEach(field -> keys.putAll(field.union().members()));
            return keys;
        }
    }

    /**
     * Exactly one of several blocks, told apart by its key.
     *
     * @param type the sealed interface
     * @param members block by key, in the order of {@code permits}
     */
    record Union(Class<?> type, Map<String, Block> members) implements Shape {}

    /** A list. */
    record ListOf(Shape element) implements Shape {}

    /** A map with keys of the author's choice. */
    record MapOf(Shape value) implements Shape {}

    /**
     * One of several words.
     *
     * @param type the enum
     * @param constants word as written → constant, in the order of the enum
     * @param docs word as written → what it means
     */
    record Choice(Class<?> type, Map<String, Enum<?>> constants, Map<String, String> docs) implements Shape {}

    /** A single value. */
    record Scalar(Kind kind) implements Shape {}

    /** Anything: kept as JSON. */
    record Any() implements Shape {}
}
