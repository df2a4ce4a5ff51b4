package io.slipway.model.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.invoke.MethodType;

/**
 * Between JSON trees, whose expressions have been resolved, and the records of the language. Strict: unknown keys,
 * missing keys, wrong types and broken {@link OneOf} rules are errors. Deterministic and without state, so workflows
 * may use it.
 */
public final class Binder {
    private Binder() {}

    /**
     * Reads a value: a record from its block (its short form will do), a sealed interface from a map with the one key
     * that names the member, and any other type the language knows.
     *
     * @throws BindException when the tree does not fit, with the JSON path of the place
     */
    public static <T> T read(Class<T> type, JsonNode tree) {
        Object value = new TreeReader().read(Shapes.of(type), tree, "$");
        return boxed(type).cast(value);
    }

    /** Writes a record as its block, in its long form; {@link #read} gives the same record back. */
    public static JsonNode write(Object value) {
        return TreeWriter.write(Shapes.of(value.getClass()), value);
    }

    /** Writes a value as {@link #read} of that type takes it: a member of a sealed interface stands under its key. */
    public static <T> JsonNode write(Class<T> type, T value) {
        return TreeWriter.write(Shapes.of(type), value);
    }

    @SuppressWarnings("unchecked")
    private static <T> Class<T> boxed(Class<T> type) {
        return type.isPrimitive()
                ? (Class<T>) MethodType.methodType(type).wrap().returnType()
                : type;
    }
}
