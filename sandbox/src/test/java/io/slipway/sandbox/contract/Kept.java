package io.slipway.sandbox.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A table that a real API server wrote.
 *
 * @param file its path in the module; lines that begin with {@code #} are remarks
 */
record Kept(String file) {

    /** The table has these rows. A real server with {@code -Dgolden.update=true} writes it anew. */
    void holds(String remark, List<String> rows) {
        Path path = Path.of(file);
        try {
            if (Boolean.getBoolean("golden.update") && Cluster.get().real()) {
                Files.createDirectories(path.getParent());
                Files.write(path, Stream.concat(remark.lines(), rows.stream()).toList());
            }
            List<String> kept = Files.readAllLines(path).stream()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
            assertThat(without(rows, kept))
                    .as("only the API server, not in " + file)
                    .isEmpty();
            assertThat(without(kept, rows)).as("only in " + file).isEmpty();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<String> without(List<String> rows, List<String> others) {
        return rows.stream().filter(row -> !others.contains(row)).toList();
    }
}
