package io.slipway.cli.testbed;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

/**
 * {@code slipway run -o json} on the test bed, in a process of its own: only so can a test give it the environment that its
 * secrets come from.
 *
 * @param home where it is started
 * @param environment more variables
 */
record BedCommand(Path home, Map<String, String> environment) {
    private static final Path EVIDENCE = Path.of("target/testbed");
    private static final long PATIENCE_MINUTES = 30;

    /** Variables that a part of the test bed has written down, one {@code NAME=VALUE} a line. */
    static Map<String, String> variables(Path file) throws IOException {
        Map<String, String> variables = new TreeMap<>();
        for (String line : Files.readAllLines(file)) {
            int equals = line.indexOf('=');
            variables.put(line.substring(0, equals), line.substring(equals + 1));
        }
        return variables;
    }

    /** Runs a shipped pipeline with its profile for the test bed; the report stays in {@code cli/target/testbed}. */
    JsonNode shipped(String pipeline, String target) throws IOException, InterruptedException {
        String folder =
                TestBed.REPOSITORY.resolve("pipelines").resolve(pipeline).toString();
        return run(pipeline, folder, "--target", target, "--profile", "testbed");
    }

    /** Runs {@code slipway run} with these arguments; the report stays in {@code cli/target/testbed} under that name. */
    JsonNode run(String name, String... arguments) throws IOException, InterruptedException {
        Files.createDirectories(EVIDENCE);
        Path report = EVIDENCE.resolve(name + ".json").toAbsolutePath();
        Path said = home.resolve("said.txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "io.slipway.cli.Main",
                "run"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--kubeconfig", TestBed.kubeconfig().toString()));
        command.addAll(List.of("--on-failure", "fail", "--yes", "-o", "json"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectOutput(report.toFile())
                .redirectError(said.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            process.destroy();
            throw new AssertionError("not over after " + PATIENCE_MINUTES + " min: " + Files.readString(said));
        }
        String text = Files.readString(report);
        if (!text.startsWith("{")) {
            throw new AssertionError("no report: " + text + Files.readString(said));
        }
        return Json.read(text, JsonNode.class);
    }

    /** The checks that failed as errors, with what they saw. */
    static List<String> failed(JsonNode report) {
        return StreamSupport.stream(report.path("checks").spliterator(), false)
                .filter(check -> !check.path("passed").asBoolean())
                .filter(check -> check.path("severity").asText().equals("error"))
                .map(check ->
                        check.path("name").asText() + ": " + check.path("seen").asText())
                .toList();
    }
}
