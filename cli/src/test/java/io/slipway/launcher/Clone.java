package io.slipway.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A folder with the launcher, a jar that is built, and JDKs whose {@code java} is a script: it notes its arguments, and
 * makes an empty-looking cache when asked to train.
 */
final class Clone {
    private static final String JAVA = """
            #!/usr/bin/env bash
            printf '%s\\n' "$*" >>"$CALLS"
            for word in "$@"; do
              case $word in
                -Xshare:*) shared=1 ;;
                -XX:AOTCacheOutput=*) record=${word#*=} ;;
              esac
            done
            [ -z "${record:-}" ] && exit 0
            [ -n "${shared:-}" ] && { echo 'cannot be used together' >&2; exit 1; }
            [ -n "${TRAINING_FAILS:-}" ] && exit 1
            sleep "${TRAINING_TAKES:-0}"
            echo cache >"$record"
            """;

    private final Path root;
    private final Path calls;

    /** A clone in an empty folder, of the launcher of this project. */
    Clone(Path folder) throws IOException {
        Path project = Path.of("").toAbsolutePath().getParent();
        root = Files.createDirectories(folder.resolve("clone"));
        calls = folder.resolve("calls");
        Files.createDirectories(root.resolve(".mvn"));
        Files.copy(project.resolve("slipway"), root.resolve("slipway"));
        try (Stream<Path> files = Files.list(project.resolve(".mvn"))) {
            for (Path script :
                    files.filter(file -> file.toString().endsWith(".sh")).toList()) {
                Files.copy(script, root.resolve(".mvn").resolve(script.getFileName()));
            }
        }
        jar("first");
        jdk("25");
    }

    /** Builds another jar. */
    void jar(String content) throws IOException {
        Path jar = root.resolve("cli/target/slipway.jar");
        Files.createDirectories(jar.getParent());
        Files.writeString(jar, content);
    }

    /** The home of a JDK of that release, made when it is not there. */
    Path jdk(String release) throws IOException {
        Path home = root.resolveSibling("jdk-" + release);
        if (Files.exists(home)) {
            return home;
        }
        Path bin = Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + release + ".0.1\"\n");
        for (String tool : List.of("java", "javac")) {
            Path file = Files.writeString(bin.resolve(tool), JAVA);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return home;
    }

    /** Starts {@code slipway version} without waiting for it; {@code variables} are added to a bare environment. */
    Process start(Path jdk, Map<String, String> variables) throws IOException {
        return start(jdk, variables, "version");
    }

    private Process start(Path jdk, Map<String, String> variables, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(root.resolve("slipway").toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("SLIPWAY_") || name.startsWith("XDG_"));
        builder.environment().put("JAVA_HOME", jdk.toString());
        builder.environment().put("HOME", root.resolveSibling("home").toString());
        builder.environment().put("CALLS", calls.toString());
        builder.environment().putAll(variables);
        return builder.redirectErrorStream(true).start();
    }

    /** Runs {@code slipway version} and returns what it says. */
    String run(Path jdk, Map<String, String> variables) throws IOException, InterruptedException {
        return said(start(jdk, variables));
    }

    /** Runs a command of that JDK and returns what it says. */
    String run(Path jdk, String... words) throws IOException, InterruptedException {
        return said(start(jdk, Map.of(), words));
    }

    private static String said(Process process) throws IOException, InterruptedException {
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    /** How Java was called, call by call; the last is the command itself. */
    List<String> calls() throws IOException {
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    /** How many of the calls made a cache. */
    long trainings() throws IOException {
        return calls().stream()
                .filter(call -> call.contains("-XX:AOTCacheOutput="))
                .count();
    }

    /** Names of caches, below the clone or the home folder. */
    List<String> caches() throws IOException {
        try (Stream<Path> files = Files.walk(root.getParent())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("start-short-"))
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The folder of the clone. */
    Path root() {
        return root;
    }
}
