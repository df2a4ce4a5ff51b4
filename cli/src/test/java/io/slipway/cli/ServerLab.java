package io.slipway.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.rollout.FolderPlanning;
import io.slipway.cli.CommandLineTest.Ran;
import io.slipway.cli.console.Console;
import io.slipway.cli.console.Environment;
import io.slipway.cli.engine.ChosenCluster;
import io.slipway.cli.engine.EngineSession;
import io.slipway.cli.engine.SandboxCluster;
import io.slipway.cli.home.Home;
import io.slipway.cli.temporal.TemporalOptions;
import io.slipway.model.json.Json;
import io.slipway.sandbox.sim.SimulationOptions;
import io.slipway.sandbox.temporal.PortBoundTemporal;
import io.slipway.worker.engine.RolloutHandle;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;

/**
 * A sandbox cluster, a Temporal server and a worker with pipelines of its own. The server is one of this process, or, with
 * the system property {@code slipway.test.temporal}, that at {@code HOST:PORT}.
 */
public final class ServerLab implements AutoCloseable {
    private static final String SERVER = "slipway.test.temporal";

    private final Path folder;
    private final SandboxCluster cluster;
    private final Optional<PortBoundTemporal> own;
    private final String queue = "lab-" + Long.toString(System.nanoTime(), 36);
    private final EngineSession worker;
    private final Map<String, String> rollouts = new LinkedHashMap<>();

    /** A lab whose worker and commands use this folder, and which has the pipelines in these. */
    public ServerLab(Path folder, List<Path> pipelines) throws IOException {
        this.folder = folder;
        this.cluster = SandboxCluster.start(Optional.empty(), 0, SimulationOptions.GUIDES, List.of());
        this.own = isReal() ? Optional.empty() : Optional.of(PortBoundTemporal.start(0, queue));
        Files.writeString(kubeconfig(), cluster.kubeconfig());
        TemporalOptions server = CommandLine.populateCommand(
                new TemporalOptions(), "--temporal-address", address(), "--task-queue", queue);
        this.worker = EngineSession.worker(
                home(),
                server.required(environment()),
                ChosenCluster.reached(Optional.of(kubeconfig()), ""),
                new FolderPlanning(pipelines, Optional.empty()));
    }

    /** Whether the server is a real one. */
    public static boolean isReal() {
        return System.getProperty(SERVER) != null;
    }

    /** Host and port of the Temporal server. */
    public String address() {
        return own.map(PortBoundTemporal::target).orElseGet(() -> System.getProperty(SERVER));
    }

    /** The worker's task queue. */
    public String queue() {
        return queue;
    }

    /** The cluster. */
    public SandboxCluster cluster() {
        return cluster;
    }

    /** A file that leads to the cluster. */
    public Path kubeconfig() {
        return folder.resolve("kubeconfig");
    }

    /** The worker. */
    public EngineSession worker() {
        return worker;
    }

    /** The state of the folder. */
    public Home home() {
        return new Home(environment());
    }

    /** A command in a folder, told of the server. */
    public Ran ran(Path where, List<String> words) {
        return CommandLineTest.ran(
                where,
                Stream.concat(words.stream(), Stream.of("--temporal-address", address(), "--task-queue", queue))
                        .toArray(String[]::new));
    }

    /** Starts a workflow with an input as somebody types it into the Temporal UI, and gives how it ended. */
    public RolloutHandle.End typed(String input) {
        return worker.engine()
                .submit(Json.read(input, JsonNode.class), "typed-" + Long.toString(System.nanoTime(), 36))
                .await(Duration.ofSeconds(60))
                .orElseThrow(() -> new AssertionError("it did not end: " + input));
    }

    /** From now on this word stands for that rollout. */
    public void keep(String word, String rollout) {
        rollouts.put(word, rollout);
    }

    /** The text with the ids of the rollouts and files in place of their words. */
    public String filled(String text) {
        String filled = text.replace("KUBECONFIG", kubeconfig().toString());
        for (Map.Entry<String, String> rollout : rollouts.entrySet()) {
            filled = filled.replace(rollout.getKey(), rollout.getValue());
        }
        return filled;
    }

    /** The other way round, for a page that is the same each time. */
    public String emptied(String text) {
        String emptied = text;
        for (Map.Entry<String, String> rollout : rollouts.entrySet()) {
            emptied = emptied.replace(rollout.getValue(), rollout.getKey());
        }
        return emptied.replace(folder.toString() + "/", "")
                .replace(folder.toString(), ".")
                .replace(address(), "HOST:PORT")
                .replace(queue, "QUEUE")
                .replaceAll("20[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z", "TIME");
    }

    private Environment environment() {
        Console console = Console.plain(new ByteArrayOutputStream(), new ByteArrayOutputStream());
        return new Environment(console, folder, Map.of("USER", "ada"), new ByteArrayInputStream(new byte[0]));
    }

    @Override
    public void close() throws IOException {
        worker.close();
        own.ifPresent(PortBoundTemporal::close);
        cluster.close();
    }
}
