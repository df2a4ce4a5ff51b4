package io.slipway.crash;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * The class path of {@code slipway} for processes of tests, with an archive of its loaded classes that all of them
 * share: the tests start some fifty. Where another class path entry is a folder there is no archive, as the JVM takes
 * only jars; the processes then start as they would without.
 */
final class ChildClasses {
    private static final Path FOLDER = Path.of("target", "children").toAbsolutePath();
    private static final Path CLASSES = Path.of("target", "classes").toAbsolutePath();
    private static final Path TESTS = Path.of("target", "test-classes").toAbsolutePath();
    private static final List<String> OPTIONS = prepared();

    private ChildClasses() {}

    /** Options of the JVM for {@code io.slipway.cli.Main}. */
    static List<String> options() {
        return OPTIONS;
    }

    private static List<String> prepared() {
        try {
            Files.createDirectories(FOLDER);
            try (FileChannel file = FileChannel.open(
                            FOLDER.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = file.lock()) {
                return lock.isValid() ? prepare() : List.of();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot prepare " + FOLDER, e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static List<String> prepare() throws IOException, InterruptedException {
        List<Path> others = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> !path.equals(CLASSES) && !path.equals(TESTS))
                .toList();
        if (others.stream().anyMatch(Files::isDirectory)) {
            return List.of("-cp", System.getProperty("java.class.path"));
        }
        String stamp = Long.toHexString(stamp());
        Path jar = FOLDER.resolve("slipway-" + stamp + ".jar");
        Path archive = FOLDER.resolve("slipway-" + stamp + ".jsa");
        List<String> options = new ArrayList<>(List.of(
                "-Xlog:disable",
                "-XX:SharedArchiveFile=" + archive,
                "-cp",
                Stream.concat(Stream.of(jar), others.stream())
                        .map(Path::toString)
                        .reduce((one, other) -> one + File.pathSeparator + other)
                        .orElseThrow()));
        if (!Files.exists(archive)) {
            pack(jar);
            dump(archive, options.getLast());
        }
        return options;
    }

    /** Changes with every class that is compiled anew. */
    private static long stamp() throws IOException {
        try (Stream<Path> files = Files.walk(CLASSES)) {
            return files.mapToLong(file -> file.toFile().lastModified() * 31 + file.hashCode())
                    .reduce(7, (one, other) -> one * 31 + other);
        }
    }

    private static void pack(Path jar) throws IOException {
        try (Stream<Path> files = Files.walk(CLASSES);
                OutputStream out = Files.newOutputStream(jar);
                JarOutputStream packed = new JarOutputStream(out)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                packed.putNextEntry(
                        new JarEntry(CLASSES.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, packed);
            }
        }
    }

    /** Runs an example and keeps the classes that it took. */
    private static void dump(Path archive, String classPath) throws IOException, InterruptedException {
        Path half = archive.resolveSibling(archive.getFileName() + ".half");
        Path work = Files.createTempDirectory(FOLDER, "hello");
        List<String> command = new ArrayList<>(Child.java());
        command.addAll(List.of("-Xlog:disable", "-XX:ArchiveClassesAtExit=" + half, "-cp", classPath, Child.MAIN));
        command.addAll(List.of(
                "run", Path.of("..", "examples", "hello").toAbsolutePath().toString()));
        command.addAll(List.of("--sandbox", "--yes"));
        Process process = new ProcessBuilder(command)
                .directory(work.toFile())
                .redirectErrorStream(true)
                .redirectOutput(work.resolve("printed.txt").toFile())
                .start();
        if (!process.waitFor(Child.PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException("the example did not run: " + Files.readString(work.resolve("printed.txt")));
        }
        Files.move(half, archive, StandardCopyOption.ATOMIC_MOVE);
    }
}
