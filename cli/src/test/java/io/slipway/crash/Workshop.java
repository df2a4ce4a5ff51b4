package io.slipway.crash;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A folder with the manifests of a shipped pipeline and a shorter pipeline over them. */
final class Workshop {
    static final String PIPELINE = "crash";
    private static final Path SHIPPED = Path.of("..", "pipelines");

    private Workshop() {}

    /** Builds, deployments, waits and jobs of datalyptica, in {@code folder/crash}. */
    static Path in(Path folder) throws IOException {
        return in(folder, "datalyptica", "stages.yaml");
    }

    /** The stages of a resource over the files of the shipped pipeline; parameters are those of the shipped one. */
    static Path in(Path folder, String name, String stages) throws IOException {
        Path pipeline = folder.resolve(PIPELINE);
        Path source = SHIPPED.resolve(name);
        try (Stream<Path> files = Files.walk(source)) {
            files.forEach(file -> copy(file, pipeline.resolve(source.relativize(file))));
        }
        Files.writeString(pipeline.resolve("pipeline.yaml"), header(source) + text(stages));
        return folder;
    }

    private static String header(Path source) throws IOException {
        String shipped = Files.readString(source.resolve("pipeline.yaml"));
        return shipped.substring(0, shipped.indexOf("\nstages:") + 1)
                .replaceFirst("(?m)^guide:.*\n", "")
                .replaceFirst("(?m)^pipeline: .*", "pipeline: " + PIPELINE);
    }

    private static String text(String resource) throws IOException {
        try (InputStream text = Workshop.class.getResourceAsStream(resource)) {
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
