package io.slipway.crash;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A folder with the shipped manifests and a shorter pipeline over them: builds, deployments, waits and jobs. */
final class Workshop {
    static final String PIPELINE = "crash";
    private static final Path SHIPPED = Path.of("..", "pipelines", "datalyptica");

    private Workshop() {}

    /** Copies the pipeline into {@code folder/crash}; parameters are those of the shipped one. */
    static Path in(Path folder) throws IOException {
        Path pipeline = folder.resolve(PIPELINE);
        try (Stream<Path> files = Files.walk(SHIPPED)) {
            files.forEach(file -> copy(file, pipeline.resolve(SHIPPED.relativize(file))));
        }
        Files.writeString(pipeline.resolve("pipeline.yaml"), header() + stages());
        return folder;
    }

    private static String header() throws IOException {
        String shipped = Files.readString(SHIPPED.resolve("pipeline.yaml"));
        return shipped.substring(0, shipped.indexOf("\nstages:") + 1)
                .replaceFirst("(?m)^guide:.*\n", "")
                .replaceFirst("(?m)^pipeline: .*", "pipeline: " + PIPELINE);
    }

    private static String stages() throws IOException {
        try (InputStream text = Workshop.class.getResourceAsStream("stages.yaml")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void copy(Path from, Path to) {
        try {
            if (Files.isDirectory(from)) {
                Files.createDirectories(to);
            } else {
                Files.copy(from, to);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot copy " + from, e);
        }
    }
}
