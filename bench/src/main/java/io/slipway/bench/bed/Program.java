package io.slipway.bench.bed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A program as a user starts it.
 *
 * @param file the program
 * @param environment added to this process's own
 * @param folder where it runs; what it says goes to a file there
 */
public record Program(Path file, Map<String, String> environment, Path folder) {
    private static final double NANOS = 1e9;

    public Program {
        environment = Map.copyOf(environment);
    }

    /** A program of the test bed, with its kubeconfig. */
    public static Program of(Lab lab, String name) {
        return new Program(
                lab.bed().program(name),
                Map.of("KUBECONFIG", lab.bed().kubeconfig().toString()),
                lab.work());
    }

    /** Seconds that it takes from its start to its end; fails with what it said when it fails. */
    public double seconds(String... arguments) throws IOException, InterruptedException {
        Path said = Files.createTempFile(folder, "said-", ".txt");
        long begin = System.nanoTime();
        Process process = begin(said, arguments);
        int code = process.waitFor();
        double seconds = (System.nanoTime() - begin) / NANOS;
        if (code != 0) {
            throw new IOException(file.getFileName() + " " + String.join(" ", arguments) + " ended with " + code + ": "
                    + Files.readString(said).strip());
        }
        Files.delete(said);
        return seconds;
    }

    /** Starts it; what it says goes into that file. */
    public Process begin(Path said, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(file.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().putAll(environment);
        return builder.start();
    }
}
