package io.slipway.sandbox.api.types;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a field of a built-in kind holds, and how lists and objects in it are merged.
 *
 * @param type the type: a name, {@code []} and the type of the items, or {@code {}} and that of the values
 * @param keys of a list that is owned item by item: the fields that name an item, with the value of one that is missing, or
 *     empty text; otherwise empty
 * @param set whether it is a list whose items are owned by value
 * @param atomic whether it is owned as a whole; a list with neither keys nor {@code set} is, too
 * @param merge how a strategic merge patch merges it
 */
public record Field(String type, Map<String, String> keys, boolean set, boolean atomic, Merge merge) {

    /** How a strategic merge patch treats a field. */
    public sealed interface Merge {

        /** Lists and plain values are replaced, objects merged. */
        record Usual() implements Merge {}

        /** Replaced, even an object. */
        record Replace() implements Merge {}

        /** The values that a list does not have are added. */
        record Values() implements Merge {}

        /**
         * List items are merged with those of the same key.
         *
         * @param key the field
         */
        record Items(String key) implements Merge {}
    }

    private static final String GRANULAR = "granular";

    /** Reads a cell of {@code types.tsv}, whose first lines say how it is written. */
    static Field read(String text) {
        List<String> parts = List.of(text.split(";", -1));
        Map<String, String> marks = new LinkedHashMap<>();
        parts.subList(1, parts.size()).forEach(mark -> pair(mark, marks));
        boolean whole =
                marks.containsKey("atomic") || TypeTable.isAtomic(parts.getFirst()) && !marks.containsKey(GRANULAR);
        return new Field(parts.getFirst(), keys(marks), marks.containsKey("set"), whole, merge(marks));
    }

    /** A field without marks. */
    static Field plain(String type) {
        return new Field(type, Map.of(), false, TypeTable.isAtomic(type), new Merge.Usual());
    }

    /** What the items of this list hold. */
    public Field item() {
        return plain(type.startsWith("[]") ? type.substring(2) : type);
    }

    /**
     * What a field of the object in this field holds.
     *
     * @param name the field's name
     * @return what it holds; anything, when no type says it
     */
    public Field field(String name) {
        return type.startsWith("{}")
                ? plain(type.substring(2))
                : TypeTable.field(type, name).orElseGet(() -> Field.plain("any"));
    }

    private static Map<String, String> keys(Map<String, String> marks) {
        Map<String, String> keys = new LinkedHashMap<>();
        Optional.ofNullable(marks.get("map")).ifPresent(text -> {
            for (String key : text.split(",", -1)) {
                pair(key, keys);
            }
        });
        return keys;
    }

    private static Merge merge(Map<String, String> marks) {
        if (marks.containsKey("replace")) {
            return new Merge.Replace();
        }
        String key = marks.get("merge");
        if (key == null) {
            return new Merge.Usual();
        }
        return key.isEmpty() ? new Merge.Values() : new Merge.Items(key);
    }

    private static void pair(String text, Map<String, String> into) {
        int equals = text.indexOf('=');
        into.put(equals < 0 ? text : text.substring(0, equals), equals < 0 ? "" : text.substring(equals + 1));
    }
}
