package io.slipway.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * {@code docs/faults.md}: what stands between a part's two marks is made here, the rest by hand. With
 * {@code -Dgolden.update=true} the part is written anew, otherwise it is compared.
 */
final class Page {
    private static final Path FILE = Path.of("..", "docs", "faults.md");

    private Page() {}

    /** The table of rules. */
    static String rules(List<FaultRow> rows) {
        return rows.stream()
                .map(row -> line(
                        "`" + row.rule() + "`",
                        faults(row),
                        row.said().object(),
                        row.said().cause(),
                        row.said().fix()))
                .collect(Collectors.joining(
                        "\n",
                        "| rule | fault | object | cause, in part | fix, in part |\n|---|---|---|---|---|\n",
                        ""));
    }

    /** The table of checks, each with the fault of its row. */
    static String checks(List<CheckRow> rows) {
        return rows.stream()
                .flatMap(row -> row.says().entrySet().stream()
                        .map(check -> line(
                                check.getKey(),
                                row.what(),
                                check.getValue().object(),
                                check.getValue().cause(),
                                check.getValue().fix())))
                .sorted()
                .collect(Collectors.joining(
                        "\n",
                        "| step/check | fault | object | cause, in part | fix, in part |\n|---|---|---|---|---|\n",
                        ""));
    }

    /** The table of faults that make more checks speak than those that are there for them. */
    static String consequences(List<CheckRow> rows) {
        return rows.stream()
                .filter(row -> !row.also().isEmpty())
                .map(row -> line(row.what(), String.join("<br>", row.failing())))
                .collect(Collectors.joining("\n", "| fault | checks that fail |\n|---|---|\n", ""));
    }

    private static String faults(FaultRow row) {
        String scripts =
                row.scripts().stream().map(script -> "`" + script + "`").collect(Collectors.joining("<br>"));
        return scripts.isEmpty() ? "in the manifest: `" + row.make() + "` with `" + row.spec() + "`" : scripts;
    }

    static String line(String... cells) {
        return List.of(cells).stream()
                .map(cell -> cell.replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    /** Compares a part with the page, or writes it. */
    static void holds(String part, String text) throws IOException {
        String page = Files.readString(FILE);
        String begin = "<!-- " + part + " -->\n";
        String end = "\n<!-- end of " + part + " -->";
        int from = page.indexOf(begin) + begin.length();
        int to = page.indexOf(end);
        assertThat(to).as("the marks of " + part + " in " + FILE).isGreaterThan(from - 1);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(FILE, page.substring(0, from) + text + page.substring(to));
        } else {
            assertThat(page.substring(from, to))
                    .as(FILE + "; write it anew with -Dgolden.update=true")
                    .isEqualTo(text);
        }
    }
}
