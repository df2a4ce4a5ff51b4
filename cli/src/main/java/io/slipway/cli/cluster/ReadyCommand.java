package io.slipway.cli.cluster;

import io.slipway.activities.cluster.readiness.ReadyDocuments;
import io.slipway.activities.cluster.readiness.document.DocumentException;
import io.slipway.cli.console.Columns;
import io.slipway.cli.console.Environment;
import io.slipway.cli.console.Output;
import io.slipway.cli.error.CliException;
import io.slipway.cli.error.ExitCode;
import io.slipway.model.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code slipway ready}: whether objects are ready, by their text alone. */
@Command(
        name = "ready",
        mixinStandardHelpOptions = true,
        description = "Report whether the objects in a file are ready, and why not. Contacts no server.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  slipway ready -f deployment.yaml",
            "  kubectl get pods -o yaml | slipway ready -f - -o json",
            "",
            "-o json prints an array with one element per document: status (ready,",
            "progressing, failed), reason, object.",
            "Exits with 0 if all were evaluated; with --exit-code only if all are ready."
        })
public final class ReadyCommand implements Callable<Integer> {
    private final Environment environment;

    @Mixin
    private Output output;

    @Option(
            names = {"-f", "--file"},
            required = true,
            paramLabel = "FILE",
            description = "YAML or JSON file with one or more objects; - reads standard input.")
    private String file;

    @Option(names = "--exit-code", description = "Exit with 1 unless there is at least one object and all are ready.")
    private boolean exitCode;

    /** The command in that environment. */
    public ReadyCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        List<ReadyDocuments.Result> results = judge(read());
        output.print(environment.console(), () -> text(results), () -> Json.tree(results));
        if (results.isEmpty()) {
            environment.console().err().println("slipway: no object in " + source());
        }
        boolean allReady = !results.isEmpty()
                && results.stream().allMatch(result -> result.status().equals("ready"));
        return exitCode && !allReady ? ExitCode.FAILED : ExitCode.DONE;
    }

    private String read() throws IOException {
        return file.equals("-")
                ? new String(environment.in().readAllBytes(), StandardCharsets.UTF_8)
                : Files.readString(environment.directory().resolve(file));
    }

    private String source() {
        return file.equals("-") ? "stdin" : file;
    }

    private List<ReadyDocuments.Result> judge(String text) {
        try {
            return ReadyDocuments.judge(source(), text);
        } catch (DocumentException e) {
            throw CliException.invalid(e.getMessage(), "");
        }
    }

    private static String text(List<ReadyDocuments.Result> results) {
        Columns table = Columns.of("STATUS", "OBJECT", "REASON");
        results.forEach(result -> table.row(result.status(), result.object(), result.reason()));
        return table.text();
    }
}
