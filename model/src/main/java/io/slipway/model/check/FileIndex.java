package io.slipway.model.check;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Finds the files of a pipeline's folder that a path or glob names. */
public final class FileIndex {
    private static final int MOST_FILES = 10_000;
    private static final int DEEPEST = 12;
    /** Hidden, and yet it decides what of a chart is rendered. */
    private static final String HELM_IGNORE = ".helmignore";

    private static final Pattern GLOB = Pattern.compile("[*?\\[{]");

    private final PipelineFolder folder;
    private final Map<String, String> leftOut = new TreeMap<>();
    private List<String> files;

    /** The files of a folder, looked up when first asked. */
    public FileIndex(PipelineFolder folder) {
        this.folder = folder;
    }

    /** What a path or glob names. */
    public sealed interface Found {}

    /** Paths relative to the folder, sorted; at least one. */
    public record Paths(List<String> paths) implements Found {}

    /** Nothing that may be used. */
    public record Missing(ProblemCode code, String message) implements Found {}

    /** Finds a path or glob. */
    public Found find(String written) {
        String reason = outside(written);
        if (reason != null) {
            return new Missing(ProblemCode.OUTSIDE_FOLDER, "'" + written + "' " + reason);
        }
        return GLOB.matcher(written).find() ? glob(written) : single(written);
    }

    /** The files of a chart: of a folder with a {@code Chart.yaml}, or the archive itself. */
    public Found chart(String written) {
        String reason = outside(written);
        if (reason != null) {
            return new Missing(ProblemCode.OUTSIDE_FOLDER, "'" + written + "' " + reason);
        }
        String folderPath = written.replaceAll("/+$", "") + "/";
        List<String> inside =
                files().stream().filter(file -> file.startsWith(folderPath)).toList();
        Optional<Found> missing = tooMany(written).or(() -> leftOut(written, path -> path.startsWith(folderPath)));
        if (missing.isPresent()) {
            return missing.get();
        }
        if (inside.contains(folderPath + "Chart.yaml")) {
            return new Paths(inside);
        }
        if (!inside.isEmpty()) {
            return new Missing(ProblemCode.NO_SUCH_FILE, "'" + written + "' is not a chart: it has no Chart.yaml");
        }
        return files().contains(written) && !written.endsWith(".tgz")
                ? new Missing(ProblemCode.NO_SUCH_FILE, "'" + written + "' is not a chart: name its folder or its .tgz")
                : single(written);
    }

    private static String outside(String written) {
        if (written.startsWith("/") || written.matches("[A-Za-z]:.*") || written.startsWith("~")) {
            return "is absolute: files are relative to the pipeline's folder";
        }
        if (written.contains("\\")) {
            return "contains a backslash: write paths with /";
        }
        return List.of(written.split("/")).contains("..") ? "leaves the pipeline's folder through '..'" : null;
    }

    private Found single(String written) {
        try {
            Path path = folder.root().resolve(written).normalize();
            if (!Files.isRegularFile(path)) {
                String what = Files.isDirectory(path)
                        ? "is a folder: name its files, for example with a glob"
                        : "does not exist";
                return new Missing(
                        ProblemCode.NO_SUCH_FILE, "'" + written + "' " + what + Suggestion.hint(written, files()));
            }
            if (!path.toRealPath().startsWith(folder.root().toRealPath())) {
                return new Missing(
                        ProblemCode.OUTSIDE_FOLDER, "'" + written + "' is a link that leaves the pipeline's folder");
            }
            return new Paths(List.of(relative(path)));
        } catch (IOException | InvalidPathException e) {
            return new Missing(ProblemCode.NO_SUCH_FILE, "'" + printable(written) + "' cannot be a file");
        }
    }

    private Found glob(String written) {
        PathMatcher matcher;
        try {
            matcher = FileSystems.getDefault().getPathMatcher("glob:" + written);
        } catch (PatternSyntaxException | InvalidPathException e) {
            return new Missing(
                    ProblemCode.EMPTY_GLOB, "'" + printable(written) + "' is not a glob such as flink/*.yaml");
        }
        List<String> paths =
                files().stream().filter(file -> matcher.matches(Path.of(file))).toList();
        Optional<Found> missing = tooMany(written)
                .or(() -> leftOut(written, path -> matcher.matches(Path.of(path)) || mayHoldMore(written, path)));
        if (missing.isPresent()) {
            return missing.get();
        }
        return paths.isEmpty()
                ? new Missing(
                        ProblemCode.EMPTY_GLOB,
                        "no file of the folder matches '" + written + "'" + otherEnding(written))
                : new Paths(paths);
    }

    private Optional<Found> tooMany(String written) {
        return files().size() <= MOST_FILES
                ? Optional.empty()
                : Optional.of(
                        new Missing(
                                ProblemCode.UNREADABLE_FILE,
                                "'" + written + "' cannot be expanded: the pipeline's folder has more than "
                                        + MOST_FILES
                                        + " files. Move files that are not part of the pipeline elsewhere, or into a hidden folder"));
    }

    private Optional<Found> leftOut(String written, Predicate<String> meant) {
        return leftOut.entrySet().stream()
                .filter(each -> meant.test(each.getKey()))
                .findFirst()
                .map(each -> new Missing(
                        ProblemCode.OUTSIDE_FOLDER,
                        "'" + written + "' would leave out '" + each.getKey() + "', " + each.getValue()));
    }

    /** The commonest slip in a glob: YAML has two endings. */
    private String otherEnding(String glob) {
        if (!glob.matches(".*\\.ya?ml")) {
            return "";
        }
        String stem = glob.substring(0, glob.lastIndexOf('.'));
        String other = stem + (glob.endsWith(".yml") ? ".yaml" : ".yml");
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + other);
        boolean fits = files().stream().anyMatch(file -> matcher.matches(Path.of(file)));
        return fits ? ". Did you mean '" + other + "'?" : "";
    }

    /** Whether a folder that was left out may hold files that a glob names. */
    private static boolean mayHoldMore(String glob, String dir) {
        Matcher first = GLOB.matcher(glob);
        String fixed = first.find() ? glob.substring(0, first.start()) : glob;
        String parent = glob.contains("/") ? glob.substring(0, glob.lastIndexOf('/')) : "";
        boolean direct = parent.contains("{") // its braces may hold slashes
                || FileSystems.getDefault().getPathMatcher("glob:" + parent).matches(Path.of(dir));
        return direct || (glob.contains("**") && (dir + "/").startsWith(fixed));
    }

    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }

    /**
     * Every file of the folder, without hidden ones: paths relative to it, sorted. A link counts when it leads to a file
     * of the folder. Of very many files some are missing, and yet there are more than 10,000.
     */
    public List<String> files() {
        if (files == null) {
            List<String> found = new ArrayList<>();
            try {
                Files.walkFileTree(folder.root(), Set.of(), DEEPEST, new Collector(found));
            } catch (IOException e) {
                found.clear();
            }
            files = found.stream().sorted().toList();
        }
        return files;
    }

    private String relative(Path path) {
        return folder.root().relativize(path).toString().replace('\\', '/');
    }

    private final class Collector extends SimpleFileVisitor<Path> {
        private final List<String> found;

        Collector(List<String> found) {
            this.found = found;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
            boolean hidden =
                    !dir.equals(folder.root()) && dir.getFileName().toString().startsWith(".");
            return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = file.getFileName().toString();
            if (name.startsWith(".") && !name.equals(HELM_IGNORE)) {
                return FileVisitResult.CONTINUE;
            }
            if (attributes.isRegularFile() || (attributes.isSymbolicLink() && staysInside(file))) {
                found.add(relative(file));
            } else if (attributes.isSymbolicLink()) {
                leftOut.put(
                        relative(file), "a link that points to no file in the pipeline's folder: copy the file there");
            } else if (attributes.isDirectory()) {
                leftOut.put(relative(file), "which is nested deeper than " + DEEPEST + " folders: move it up");
            }
            return found.size() <= MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            leftOut.put(relative(file), "which cannot be read");
            return FileVisitResult.CONTINUE;
        }

        private boolean staysInside(Path link) {
            try {
                return Files.isRegularFile(link)
                        && link.toRealPath().startsWith(folder.root().toRealPath());
            } catch (IOException e) {
                return false;
            }
        }
    }
}
