package io.slipway.sandbox.api.types;

import io.slipway.sandbox.store.ResourceKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The fields of the built-in kinds, from {@code types.tsv}. */
final class TypeTable {

    private static final Map<String, String> ROOTS = new HashMap<>();
    private static final Map<String, Map<String, String>> TYPES = new HashMap<>();

    static {
        read();
    }

    private TypeTable() {}

    /** The type of a kind's objects; empty for a kind that Kubernetes does not have. */
    static Optional<String> root(ResourceKind kind) {
        return Optional.ofNullable(ROOTS.get(kind.group().isEmpty() ? kind.kind() : kind.kind() + "." + kind.group()))
                .filter(type -> type.contains("." + kind.version() + "."));
    }

    /** Whether a type has fields of its own. */
    static boolean isStruct(String type) {
        return TYPES.containsKey(type);
    }

    /** The type of a struct's field. */
    static Optional<String> field(String struct, String name) {
        return Optional.ofNullable(TYPES.getOrDefault(struct, Map.of()).get(name));
    }

    private static void read() {
        try (InputStream in = TypeTable.class.getResourceAsStream("types.tsv")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .forEach(TypeTable::line);
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read types.tsv", broken);
        }
    }

    private static void line(String[] cells) {
        if (cells[0].startsWith("@")) {
            ROOTS.put(cells[0].substring(1), cells[1]);
            return;
        }
        Map<String, String> fields = new LinkedHashMap<>();
        for (String field : cells[1].split(" ", -1)) {
            int colon = field.indexOf(':');
            fields.put(field.substring(0, colon), field.substring(colon + 1));
        }
        TYPES.put(cells[0], fields);
    }
}
