package io.slipway.sandbox.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads {@code kinds.tsv}, the table of built-in kinds. */
final class KindTable {

    private static final int COLUMNS = 8;

    private KindTable() {}

    static List<ServedKind> read() {
        try (InputStream in = KindTable.class.getResourceAsStream("kinds.tsv")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(KindTable::row)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read kinds.tsv", failure);
        }
    }

    private static ServedKind row(String line) {
        List<String> cells = new ArrayList<>(List.of(line.split("\t", -1)));
        while (cells.size() < COLUMNS) {
            cells.add("");
        }
        ResourceKind kind = new ResourceKind(
                cells.get(0),
                cells.get(1),
                cells.get(2),
                cells.get(3),
                cells.get(4).equals("Namespaced"));
        return ServedKind.builtIn(kind, names(cells.get(5)), names(cells.get(6)), Set.copyOf(names(cells.get(7))));
    }

    private static List<String> names(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split(",", -1));
    }
}
