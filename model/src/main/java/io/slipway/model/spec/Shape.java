package io.slipway.model.spec;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
     * @param keys every key that may stand in the block, those of inline members last
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
            Set<String> keys,
            Optional<String> shortScalar,
            Optional<String> shortList,
            List<OneOf> choices,
            List<String> sees,
            boolean literal)
            implements Shape {
        public Block {
            fields = List.copyOf(fields);
            keys = Collections.unmodifiableSet(new LinkedHashSet<>(keys));
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

        /** The shape of the value of that key, or of that inline member. */
        public Optional<Shape> shape(String key) {
            Optional<Shape> own = field(key).map(Field::shape);
            return own.isPresent()
                    ? own
                    : inlined().stream()
                            .flatMap(field -> field.union().member(key).stream())
                            .<Shape>map(member -> member)
                            .findFirst();
        }
    }

    /**
     * Exactly one of several blocks, told apart by its key.
     *
     * @param type the sealed interface
     * @param types record by key, in the order of {@code permits}; each is read when first asked for
     */
    record Union(Class<?> type, Map<String, Class<?>> types) implements Shape {
        public Union {
            types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
        }

        /** The keys of its members. */
        public Set<String> keys() {
            return types.keySet();
        }

        /** The member of that key. */
        public Optional<Block> member(String key) {
            return Optional.ofNullable(types.get(key)).map(Shapes::block);
        }

        /** All members by key. */
        public Map<String, Block> members() {
            Map<String, Block> members = new LinkedHashMap<>();
            types.forEach((key, record) -> members.put(key, Shapes.block(record)));
            return members;
        }
    }

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
