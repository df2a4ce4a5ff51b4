package io.slipway.sandbox.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A row of the sandbox's table of kinds, as far as these tests ask.
 *
 * @param group the API group, empty for the core group
 * @param version the version
 * @param kind the kind
 * @param plural the name in URLs
 */
record KindRow(String group, String version, String kind, String plural) {

    /** All rows of {@code kinds.tsv}. */
    static List<KindRow> all() {
        try (InputStream in = KindRow.class.getResourceAsStream("/io/slipway/sandbox/store/kinds.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new KindRow(cells[0], cells[1], cells[2], cells[3]))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Kubernetes' own kinds; what serves the others on a test bed is a stand-in. */
    static List<KindRow> ofKubernetes() {
        return all().stream().filter(KindRow::own).toList();
    }

    /** The path of the document that discovery has for it, and OpenAPI after {@code /openapi/v3}. */
    String document() {
        return group.isEmpty() ? "/api/" + version : "/apis/" + group + "/" + version;
    }

    private boolean own() {
        return !group.contains(".") || group.endsWith(".k8s.io");
    }
}
