package io.slipway.bench.bed;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.slipway.activities.cluster.targets.TargetConnector;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The test bed of this machine, found as its own scripts find it: by {@code SLIPWAY_TESTBED} and
 * {@code SLIPWAY_TESTBED_NUMBER}.
 *
 * @param scripts the folder {@code testbed/} of the repository
 * @param folder what was built and runs
 * @param number which of several beds; empty for the first
 */
public record TestBed(Path scripts, Path folder, String number) {
    private static final int TEMPORAL_PORT = 7233;
    private static final int PORTS_APART = 10;
    private static final String POSTGRES_ADDRESS = "127.0.0.1:7633";

    /** The bed that the environment names, or the repository's own. */
    public static TestBed of(Path repository, Map<String, String> environment) {
        Path folder = Optional.ofNullable(environment.get("SLIPWAY_TESTBED"))
                .map(Path::of)
                .orElseGet(() -> repository.resolve(".testbed"));
        return new TestBed(
                repository.resolve("testbed"), folder, environment.getOrDefault("SLIPWAY_TESTBED_NUMBER", ""));
    }

    /** Why that part cannot be used now, or empty; its own script is asked. */
    public Optional<String> missing(Part part) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(scripts.resolve("status").toString()));
        command.addAll(part.checked());
        Process status = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return status.waitFor() == 0
                ? Optional.empty()
                : Optional.of("the part " + part.word() + " of the test bed is not up (testbed/up " + part.word()
                        + " starts it)");
    }

    /** A program that the test bed has built. */
    public Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    /** The way to the API server. */
    public Path kubeconfig() {
        return folder.resolve("run" + number).resolve("kubeconfig");
    }

    /** What the API server wrote down of its requests; it begins a new file when one has 100 MB. */
    public List<Path> auditLogs() throws IOException {
        Path logs = folder.resolve("run" + number).resolve("logs");
        try (Stream<Path> files = Files.list(logs)) {
            return files.filter(file -> file.getFileName().toString().matches("audit.*\\.log"))
                    .sorted()
                    .toList();
        }
    }

    /** A client of the API server, the caller's to close. */
    public KubernetesClient client() throws IOException {
        return TargetConnector.client(Files.readString(kubeconfig()));
    }

    /** Address of a Temporal server: the one on PostgreSQL, or else the development server. */
    public String temporal(Part server) {
        return server == Part.TEMPORAL_POSTGRES
                ? POSTGRES_ADDRESS
                : "127.0.0.1:" + (TEMPORAL_PORT + PORTS_APART * (number.isEmpty() ? 0 : Integer.parseInt(number)));
    }

    /** A connection to a Temporal server, the caller's to shut down. */
    public static WorkflowServiceStubs connect(String address) {
        return WorkflowServiceStubs.newServiceStubs(
                WorkflowServiceStubsOptions.newBuilder().setTarget(address).validateAndBuildWithDefaults());
    }
}
