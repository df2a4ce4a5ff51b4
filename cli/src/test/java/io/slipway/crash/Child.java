package io.slipway.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code slipway} in a process of its own, which can be killed. What it printed is in a file, whatever became of it. */
final class Child implements AutoCloseable {
    static final String MAIN = "io.slipway.cli.Main";
    static final long PATIENCE_SECONDS = 180;

    private final Process process;
    private final Path printed;

    private Child(Process process, Path printed) {
        this.process = process;
        this.printed = printed;
    }

    /** Starts the command in that folder. */
    static Child start(Path folder, String... args) throws IOException {
        return start(folder, Map.of(), args);
    }

    /** Starts the command in that folder, with more variables in its environment. */
    static Child start(Path folder, Map<String, String> variables, String... args) throws IOException {
        return start(MAIN, ChildClasses.options(), folder, variables, args);
    }

    /** Starts a class of the tests in that folder. */
    static Child startMain(String main, Path folder, Map<String, String> variables, String... args) throws IOException {
        return start(main, List.of("-cp", System.getProperty("java.class.path")), folder, variables, args);
    }

    /** The JVM of these tests, which is to start quickly. */
    static List<String> java() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED");
    }

    private static Child start(
            String main, List<String> classes, Path folder, Map<String, String> variables, String... args)
            throws IOException {
        List<String> command = new ArrayList<>(java());
        command.addAll(classes);
        command.add(main);
        command.addAll(List.of(args));
        Path printed = Files.createTempFile(folder, "printed", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile());
        builder.environment().remove("SLIPWAY_HOME");
        builder.environment().putAll(variables);
        Process process = builder.start();
        process.getOutputStream().close();
        return new Child(process, printed);
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Ends it as {@code kill -9} does, and waits until it is gone. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Tells it to stop, as {@code kill} does. */
    void terminate() {
        process.destroy();
    }

    /** Waits until it has ended and gives its exit code; one that hangs is asked what its threads do. */
    int exit() throws InterruptedException, IOException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            new ProcessBuilder("kill", "-QUIT", Long.toString(process.pid()))
                    .start()
                    .waitFor();
            process.waitFor(2, TimeUnit.SECONDS);
            throw new AssertionError("still running after " + PATIENCE_SECONDS + " s: " + printed());
        }
        return process.exitValue();
    }

    String printed() throws IOException {
        return Files.readString(printed);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
