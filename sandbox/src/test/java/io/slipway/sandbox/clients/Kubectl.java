package io.slipway.sandbox.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Runs kubectl against one kubeconfig. */
final class Kubectl {

    private static final Pattern FORWARDING = Pattern.compile("Forwarding from 127\\.0\\.0\\.1:(\\d+) ");

    private final Path config;
    private final Path folder;

    Kubectl(Path config, Path folder) {
        this.config = config;
        this.folder = folder;
    }

    static boolean isOnPath() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(entry -> Files.isExecutable(Path.of(entry, "kubectl")));
    }

    void write(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Runs a command that must succeed; returns what it printed. */
    String run(String... arguments) {
        return run(0, arguments);
    }

    /** Runs a command that must fail with exit code 1 or more; returns what it printed. */
    String fail(String... arguments) {
        return run(1, arguments);
    }

    private String run(int least, String... arguments) {
        try {
            Process process = start(arguments);
            String out;
            try (InputStream in = process.getInputStream()) {
                out = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
            int code = process.waitFor();
            assertThat(Math.min(code, 1))
                    .as(String.join(" ", arguments) + "\n" + out)
                    .isEqualTo(least);
            return out;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** A port-forward that runs. */
    record PortForward(Process process, int port) implements AutoCloseable {
        @Override
        public void close() {
            process.destroy();
        }
    }

    PortForward portForward(String namespace, String target, int port) throws IOException {
        Process process = start("-n", namespace, "port-forward", target, ":" + port);
        BufferedReader lines = process.inputReader();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Matcher forwarding = FORWARDING.matcher(line);
            if (forwarding.find()) {
                return new PortForward(process, Integer.parseInt(forwarding.group(1)));
            }
        }
        throw new IOException("kubectl port-forward ended");
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("kubectl"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).directory(folder.toFile());
        builder.environment().put("KUBECONFIG", config.toString());
        builder.environment().put("HOME", folder.toString());
        return builder.start();
    }
}
