package io.slipway.activities.sql.script;

import io.slipway.activities.evidence.Excerpt;
import java.util.ArrayList;
import java.util.List;

/** Keeps as many rows as an output can hold. */
public final class RowLimit {
    private RowLimit() {}

    /** The first rows, as many as fit. */
    public static List<List<String>> cut(List<List<String>> rows) {
        List<List<String>> kept = new ArrayList<>();
        int size = 0;
        for (List<String> row : rows) {
            size += row.stream().mapToInt(String::length).sum() + row.size();
            if (size > Excerpt.OUTPUT) {
                break;
            }
            kept.add(row);
        }
        return List.copyOf(kept);
    }
}
