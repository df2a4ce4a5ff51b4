package io.slipway.sandbox.api.types;

import io.slipway.sandbox.store.ResourceKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The fields of the built-in kinds, from {@code types.tsv}. */
public final class TypeTable {

    /** The type of objects whose kind Kubernetes does not have: their fields are those that such kinds often have. */
    private static final String OTHER = "other";

    private static final Map<String, String> ROOTS = new HashMap<>();
    private static final Set<String> ATOMIC = new HashSet<>();
    private static final Map<String, Map<String, Field>> TYPES = new HashMap<>();
    private static final Map<String, Field> OTHER_FIELDS;

    static {
        List<List<String>> rows = rows();
        rows.stream().filter(cells -> cells.size() > 2).forEach(cells -> ATOMIC.add(cells.getFirst()));
        rows.forEach(TypeTable::row);
        OTHER_FIELDS = fields("metadata:meta.v1.ObjectMeta template:core.v1.PodTemplateSpec"
                + " conditions:[]meta.v1.Condition;map=type;merge=type selector:{}string;atomic");
    }

    private TypeTable() {}

    /**
     * What objects of a kind hold.
     *
     * @param kind the kind
     * @return its fields; a guess for a kind that Kubernetes does not have
     */
    public static Field object(ResourceKind kind) {
        return Field.plain(root(kind).orElse(OTHER));
    }

    /** The type of a kind's objects; empty for a kind that Kubernetes does not have. */
    static Optional<String> root(ResourceKind kind) {
        return Optional.ofNullable(ROOTS.get(kind.group().isEmpty() ? kind.kind() : kind.kind() + "." + kind.group()))
                .filter(type -> type.contains("." + kind.version() + "."));
    }

    /** Whether a type has fields of its own. */
    static boolean isStruct(String type) {
        return TYPES.containsKey(type);
    }

    /** Whether objects of a type are owned as a whole. */
    static boolean isAtomic(String type) {
        return ATOMIC.contains(type);
    }

    /** What a struct's field holds. */
    static Optional<Field> field(String struct, String name) {
        return struct.equals(OTHER)
                ? Optional.of(OTHER_FIELDS.getOrDefault(name, Field.plain(OTHER)))
                : Optional.ofNullable(TYPES.getOrDefault(struct, Map.of()).get(name));
    }

    /** The fields of a struct, by name; none of a type that is none. */
    static Map<String, Field> fieldsOf(String struct) {
        return TYPES.getOrDefault(struct, Map.of());
    }

    private static List<List<String>> rows() {
        try (InputStream in = TypeTable.class.getResourceAsStream("types.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> List.of(line.split("\t", -1)))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read types.tsv", broken);
        }
    }

    private static void row(List<String> cells) {
        if (cells.getFirst().startsWith("@")) {
            ROOTS.put(cells.getFirst().substring(1), cells.get(1));
        } else {
            TYPES.put(cells.getFirst(), fields(cells.get(1)));
        }
    }

    private static Map<String, Field> fields(String cell) {
        Map<String, Field> fields = new LinkedHashMap<>();
        for (String field : cell.split(" ", -1)) {
            int colon = field.indexOf(':');
            fields.put(field.substring(0, colon), Field.read(field.substring(colon + 1)));
        }
        return fields;
    }
}
