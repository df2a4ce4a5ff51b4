package io.slipway.model.check;

import io.slipway.model.yaml.Dialect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The folder of a pipeline. Nothing outside it is ever read.
 *
 * @param root the folder
 * @param file name of the pipeline file in it
 */
public record PipelineFolder(Path root, String file) {
    /** Largest file of the folder that is read, in bytes. */
    public static final int MAX_BYTES = Dialect.KUBECTL.maxBytes();

    /** How deep pipelines are looked for in a folder that is none: {@code pipelines/NAME/pipeline.yaml}. */
    private static final int DEPTH = 3;

    /** How many of those are named. */
    private static final int NAMED = 10;

    /** The usual name of the pipeline file. */
    public static final String FILE = "pipeline.yaml";

    /** The folder at a path, which may also be that of the pipeline file itself. */
    public static PipelineFolder at(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        if (Files.isRegularFile(absolute)) {
            return new PipelineFolder(
                    absolute.getParent(), absolute.getFileName().toString());
        }
        return new PipelineFolder(absolute, FILE);
    }

    /** Name of the folder, which is that of the pipeline. */
    public String name() {
        Path name = root.getFileName();
        return name == null ? "" : name.toString();
    }

    /** The folder of another pipeline beside this one. */
    public PipelineFolder sibling(String path) {
        Path parent = root.getParent();
        return at((parent == null ? root : parent).resolve(path));
    }

    /** Content of the pipeline file; empty when there is none. A file too large to be read is cut one byte above the limit. */
    Optional<byte[]> pipeline() {
        try {
            Path path = root.resolve(file);
            return Files.isRegularFile(path) ? Optional.of(head(path, Dialect.YAML_1_2.maxBytes())) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** What to say when {@link #pipeline()} is empty. */
    String missing() {
        return Files.isDirectory(root)
                ? "there is no " + file + " in the folder " + name() + inner()
                : "there is no folder '" + name() + "'" + Suggestion.hint(name(), beside(file));
    }

    /** Which folders in this one have what it does not; empty when there are none, or they cannot be read. */
    private String inner() {
        try (var paths = Files.find(root, DEPTH, (path, what) -> what.isRegularFile() && path.endsWith(file))) {
            List<String> folders = paths.map(
                            path -> root.relativize(path.getParent()).toString())
                    .filter(folder -> !folder.startsWith("."))
                    .sorted()
                    .toList();
            return folders.isEmpty() ? "" : ". Did you mean a folder in it: " + named(folders) + "?";
        } catch (IOException | UncheckedIOException e) {
            return "";
        }
    }

    private static String named(List<String> folders) {
        int more = folders.size() - NAMED;
        return String.join(", ", folders.subList(0, Math.min(NAMED, folders.size())))
                + (more > 0 ? " and " + more + " more" : "");
    }

    /**
     * Content of a file that {@link FileIndex} found, at most one byte more than the limit.
     *
     * @throws IOException when it cannot be read
     */
    public byte[] read(String path) throws IOException {
        return head(root.resolve(path), MAX_BYTES);
    }

    private static byte[] head(Path path, int most) throws IOException {
        try (var in = Files.newInputStream(path)) {
            return in.readNBytes(most + 1);
        }
    }

    /** Names of the pipelines beside this one, for suggestions. */
    List<String> siblings() {
        return beside(FILE);
    }

    private List<String> beside(String with) {
        Path parent = root.getParent();
        if (parent == null) {
            return List.of();
        }
        try (var paths = Files.list(parent)) {
            return paths.filter(path -> Files.isRegularFile(path.resolve(with)))
                    .map(path -> path.getFileName().toString())
                    .sorted()
                    .limit(200)
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
