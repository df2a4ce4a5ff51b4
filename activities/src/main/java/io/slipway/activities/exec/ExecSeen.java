package io.slipway.activities.exec;

import io.slipway.activities.cluster.access.ExecResult;
import io.slipway.activities.evidence.Excerpt;
import java.util.List;
import java.util.Map;

/** What expressions and people see of a command's end. */
public final class ExecSeen {
    private static final int LAST_LINES = 5;

    private ExecSeen() {}

    /** {@code exitCode}, {@code stdout}, {@code stderr} and {@code lines}. */
    public static Map<String, Object> values(ExecResult result) {
        return Map.of(
                "exitCode", (long) result.exitCode(),
                "stdout", result.stdout(),
                "stderr", result.stderr(),
                "lines", result.stdout().lines().toList());
    }

    /** One line for people. */
    public static String line(ExecResult result) {
        return "exit code " + result.exitCode() + tail(", output: ", result.stdout())
                + tail(", errors: ", result.stderr());
    }

    /** Why a command failed: its exit code and what it said last. */
    public static String cause(ExecResult result) {
        String said = result.stderr().isBlank() ? result.stdout() : result.stderr();
        return "it exited with " + result.exitCode() + meaning(result.exitCode()) + tail(": ", said);
    }

    /** The same for a known program, whose exit codes say more. */
    public static String cause(ExecResult result, List<String> command) {
        String meaning = command.getFirst().equals("curl") ? curl(result.exitCode()) : "";
        return meaning.isEmpty()
                ? cause(result)
                : "it exited with " + result.exitCode() + " (" + meaning + ")" + tail(": ", result.stderr());
    }

    /** See EXIT CODES in curl's manual. */
    private static String curl(int code) {
        return switch (code) {
            case 5, 6 -> "the host name does not resolve";
            case 7 -> "the connection was refused";
            case 22 -> "the response was an HTTP error";
            case 28 -> "no response in time";
            case 35, 51, 53, 58, 60 -> "TLS failed";
            case 52 -> "an empty response";
            case 56 -> "the connection was lost";
            default -> "";
        };
    }

    private static String tail(String label, String text) {
        List<String> lines = Excerpt.lastLines(text, LAST_LINES);
        return lines.isEmpty() ? "" : label + String.join(" | ", lines);
    }

    private static String meaning(int code) {
        return switch (code) {
            case 126 -> " (program not executable)";
            case 127 -> " (program not found)";
            case 137 -> " (killed, possibly for its memory use)";
            case 143 -> " (terminated)";
            default -> "";
        };
    }
}
