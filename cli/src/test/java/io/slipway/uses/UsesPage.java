package io.slipway.uses;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.cli.ServerLab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code docs/uses.md}, written with {@code -Dslipway.docs.write=true} on a real Temporal server and otherwise compared. Without
 * a real server the rows that need one are taken from the page as they are.
 */
final class UsesPage {
    private static final Path FILE = Path.of("..", "docs", "uses.md");
    private static final String HEAD = """
        # What people do with a rollout

        Made by `io.slipway.uses.UsesTest` in `cli` from `uses.yaml`: one row after the other, with a Temporal server, a worker and a sandbox cluster. The last rows
        need a server that has schedules; the page was written with a real one:

        ```
        ./mvnw -pl cli -am test -Dtest=UsesTest -Dsurefire.failIfNoSpecifiedTests=false -Dslipway.test.temporal=HOST:PORT -Dslipway.docs.write=true
        ```

        Words in capitals stand for ids. What it says is a part of it: the lines that matter here. What goes wrong, and what it says then: [wrong-uses.md](wrong-uses.md).

        | what somebody does | command, or input in the Temporal UI | exit code | what it says |
        |---|---|---|---|
        """;

    private UsesPage() {}

    static void holds(Map<Use, Seen> seen) throws IOException {
        String page = HEAD + rows(seen).collect(Collectors.joining("\n", "", "\n"));
        if (Boolean.getBoolean("slipway.docs.write")) {
            assertThat(ServerLab.isReal())
                    .as("the page is written with a real Temporal server: -Dslipway.test.temporal=HOST:PORT")
                    .isTrue();
            Files.writeString(FILE, page);
        } else {
            assertThat(Files.readString(FILE))
                    .as(FILE + "; write it anew with -Dslipway.docs.write=true")
                    .isEqualTo(page);
        }
    }

    private static Stream<String> rows(Map<Use, Seen> seen) throws IOException {
        List<String> before = Files.exists(FILE) ? Files.readAllLines(FILE) : List.of();
        return Use.all().stream()
                .flatMap(use -> seen.containsKey(use)
                        ? Stream.of(head(use)
                                + cell(String.join("<br>", seen.get(use).lines(use.says()))) + " |")
                        : before.stream().filter(line -> line.startsWith(head(use))));
    }

    private static String head(Use use) {
        return Stream.of(use.use(), "`" + use.asTyped() + "`", use.typed().isEmpty() ? String.valueOf(use.code()) : "")
                .map(UsesPage::cell)
                .collect(Collectors.joining(" | ", "| ", " | "));
    }

    private static String cell(String text) {
        return text.replace("|", "\\|")
                .replaceAll("  +", " ")
                .replaceAll("<br> ", "<br>")
                .strip();
    }
}
