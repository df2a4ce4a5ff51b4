package io.slipway.wrong;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code docs/wrong-uses.md}, written with {@code -Dslipway.docs.write=true} and otherwise compared. */
final class WrongPage {
    private static final Path FILE = Path.of("..", "docs", "wrong-uses.md");
    private static final String HEAD = """
        # Wrong uses

        Made by `io.slipway.wrong.WrongUsesTest` in `cli` from `uses.yaml`, with a Temporal server, a worker and the sandbox: each use gets one line and the exit
        code, and after it every journal and the API server's audit log are as before. `GATE` waits for an approval, `BUSY` is in a step, `BROKEN` paused at
        a failed step, `LOST` too, and its file has lost the step that is done, `OVER` has succeeded; `HERE` waits for an approval, its process has ended, and the commands about it ask no server.
        The test has their ids in place of these words.

        The same rows on a Temporal server of one's own:

        ```
        ./mvnw -pl cli -am test -Dtest=WrongUsesTest -Dsurefire.failIfNoSpecifiedTests=false -Dslipway.test.temporal=HOST:PORT
        ```

        | what somebody does | command, or input in the Temporal UI | exit code | what it says | what it advises |
        |---|---|---|---|---|
        """;

    private WrongPage() {}

    static void holds(Map<WrongUse, Seen> seen) throws IOException {
        String page = HEAD
                + seen.entrySet().stream()
                        .map(row -> line(row.getKey(), row.getValue()))
                        .collect(Collectors.joining("\n", "", "\n"));
        if (Boolean.getBoolean("slipway.docs.write")) {
            Files.writeString(FILE, page);
        } else {
            assertThat(Files.readString(FILE))
                    .as(FILE + "; write it anew with -Dslipway.docs.write=true")
                    .isEqualTo(page);
        }
    }

    private static String line(WrongUse use, Seen seen) {
        String typed = use.isTyped() ? use.typed() : "slipway " + String.join(" ", use.command());
        return Stream.of(
                        use.use(),
                        "`" + typed + "`",
                        use.isTyped() ? "the run fails" : String.valueOf(seen.code()),
                        seen.line(),
                        seen.advice())
                .map(cell -> cell.replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }
}
