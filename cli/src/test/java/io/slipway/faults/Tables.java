package io.slipway.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The tables of faults, beside this class as YAML. */
final class Tables {
    private Tables() {}

    /** A row for every rule of fast failure. */
    static List<FaultRow> fastFailure() throws IOException {
        return rows("fast-failure.yaml", "f-");
    }

    /** Rows for builds whose pods cannot start. */
    static List<FaultRow> builds() throws IOException {
        return rows("builds.yaml", "b-");
    }

    /** A row for every rule of diagnosis. */
    static List<FaultRow> diagnosis() throws IOException {
        return rows("diagnosis.yaml", "");
    }

    /** Rows for the named checks of the shipped pipeline, and for probes that it does not use. */
    static List<CheckRow> checks() throws IOException {
        List<CheckRow> rows = new ArrayList<>();
        read("checks.yaml").forEach(entry -> rows.add(CheckRow.of(entry)));
        return rows;
    }

    private static List<FaultRow> rows(String file, String prefix) throws IOException {
        List<FaultRow> rows = new ArrayList<>();
        read(file).forEach(entry -> rows.add(FaultRow.of(entry, prefix)));
        return rows;
    }

    /** The tree of a table. */
    static JsonNode read(String file) throws IOException {
        try (InputStream text = Tables.class.getResourceAsStream(file)) {
            return Json.tree(new Load(LoadSettings.builder().build()).loadFromInputStream(text));
        }
    }
}
