package io.slipway.cli.testbed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The repository's own test bed, as {@code testbed/up} leaves it: real servers on this machine. */
final class TestBed {
    /** The folder of the repository. */
    static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

    private TestBed() {}

    /** The administrator's kubeconfig; its context is called testbed. */
    static Path kubeconfig() {
        return run().resolve("kubeconfig");
    }

    /** What belongs to this run of it: keys, logs, process ids; with SLIPWAY_TESTBED_NUMBER that of another one beside it. */
    static Path run() {
        return folder().resolve("run"
                + Optional.ofNullable(System.getenv("SLIPWAY_TESTBED_NUMBER")).orElse(""));
    }

    /** Where the API server writes down who changed what, one JSON object a line. */
    static Path auditLog() {
        return run().resolve("logs/audit.log");
    }

    private static Path folder() {
        return Optional.ofNullable(System.getenv("SLIPWAY_TESTBED"))
                .filter(named -> !named.isBlank())
                .map(Path::of)
                .orElseGet(() -> REPOSITORY.resolve(".testbed"));
    }

    /** Why tests that need these parts cannot run here; empty when all are up. */
    static Optional<String> missing(String... parts) {
        if (!Files.exists(kubeconfig())) {
            return Optional.of("the test bed is not up: there is no " + kubeconfig() + "; start it with testbed/up");
        }
        return status(parts);
    }

    private static Optional<String> status(String... parts) {
        String[] command = new String[parts.length + 1];
        command[0] = REPOSITORY.resolve("testbed/status").toString();
        System.arraycopy(parts, 0, command, 1, parts.length);
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), UTF_8);
            return process.waitFor() == 0
                    ? Optional.empty()
                    : Optional.of("the test bed is not wholly up; start it with testbed/up. It says:\n" + said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }
}
