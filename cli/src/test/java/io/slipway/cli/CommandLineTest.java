package io.slipway.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.cli.console.Console;
import io.slipway.cli.console.Environment;
import io.slipway.model.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** Commands in a folder of their own, as ada types them at a place that is no terminal; what the last one printed. */
public abstract class CommandLineTest {
    /** Where the commands run. */
    @TempDir
    protected Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** The exit code. */
    protected final int run(String... args) {
        out.reset();
        err.reset();
        return run(folder, out, err, args);
    }

    private static int run(Path where, ByteArrayOutputStream stdout, ByteArrayOutputStream stderr, String... args) {
        Environment environment = new Environment(
                Console.plain(stdout, stderr), where, Map.of("USER", "ada"), new ByteArrayInputStream(new byte[0]));
        return new Slipway(environment).run(args);
    }

    /**
     * A command of which only the whole is looked at.
     *
     * @param code its exit code
     * @param printed stdout and stderr as a terminal would show them
     */
    public record Ran(int code, String printed) {}

    /** The command with both its outputs. */
    protected final Ran ran(String... args) {
        return ran(folder, args);
    }

    /** The command in another folder. */
    public static Ran ran(Path where, String... args) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        int code = run(where, printed, printed, args);
        return new Ran(code, printed.toString(UTF_8));
    }

    /** Stdout. */
    protected final String out() {
        return out.toString(UTF_8);
    }

    /** Stderr. */
    protected final String err() {
        return err.toString(UTF_8);
    }

    /** Stdout as JSON. */
    protected final JsonNode json() {
        return Json.read(out(), JsonNode.class);
    }
}
