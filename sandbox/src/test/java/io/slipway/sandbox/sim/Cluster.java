package io.slipway.sandbox.sim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.Sandbox;
import io.slipway.sandbox.SandboxOptions;
import io.slipway.sandbox.api.ContainerRef;
import io.slipway.sandbox.api.ExecCall;
import io.slipway.sandbox.api.LogLine;
import io.slipway.sandbox.kube.Conditions;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.store.ResourceKind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.awaitility.Durations;

/** A running sandbox with the simulation, and the few verbs tests need. */
public final class Cluster implements AutoCloseable {
    public static final String NS = "datalyptica";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient(); // shared: closed with the JVM

    private final Sandbox sandbox;
    private final Simulation simulation;

    private Cluster(SandboxOptions options, SimulationOptions simulated) {
        this.simulation = new Simulation(simulated);
        try {
            this.sandbox = Sandbox.start(options.withOnly(List.of(simulation)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public static Cluster withFaults(String... faults) {
        return new Cluster(
                SandboxOptions.inMemory(), SimulationOptions.standard().withFaults(List.of(faults)));
    }

    public static Cluster keptIn(Path folder) {
        return new Cluster(SandboxOptions.inMemory().keptIn(folder), SimulationOptions.standard());
    }

    public ObjectStore store() {
        return sandbox.store();
    }

    public Simulation simulation() {
        return simulation;
    }

    public static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(text, wrong);
        }
    }

    public ObjectNode create(ResourceKind kind, String text) {
        ObjectNode object = json(text);
        if (kind.namespaced() && Meta.namespace(object).isEmpty()) {
            Meta.of(object).put("namespace", NS);
        }
        return store().create(kind, object);
    }

    public ObjectNode get(ResourceKind kind, String name) {
        return store().get(kind, kind.namespaced() ? NS : "", name).orElseThrow();
    }

    /** Waits until an object is as wanted, and gives it. */
    public ObjectNode await(ResourceKind kind, String name, Predicate<ObjectNode> wanted) {
        return Awaitility.await(kind.kind() + " " + name)
                .atMost(Durations.ONE_MINUTE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(
                        () -> store().get(kind, kind.namespaced() ? NS : "", name),
                        one -> one.filter(wanted).isPresent())
                .orElseThrow();
    }

    public ObjectNode awaitAvailable(String deployment) {
        return await(
                Kinds.DEPLOYMENT,
                deployment,
                one -> Conditions.isTrue(one.path("status"), "Available")
                        && one.path("status").path("updatedReplicas").asInt()
                                == one.path("spec").path("replicas").asInt(1)
                        && one.path("status").path("unavailableReplicas").asInt() == 0);
    }

    public ObjectNode awaitPod(Predicate<ObjectNode> wanted) {
        return Awaitility.await("pod")
                .atMost(Durations.ONE_MINUTE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> store().list(Kinds.POD, NS).stream().filter(wanted).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    public void awaitEvent(String reason, String text) {
        Awaitility.await("event " + reason + " with " + text)
                .atMost(Durations.ONE_MINUTE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> store().list(Kinds.EVENT, NS).stream()
                        .anyMatch(event -> event.path("reason").asText().equals(reason)
                                && event.path("message").asText().contains(text)));
    }

    public String podOf(Map<String, String> labels) {
        return Meta.name(awaitPod(pod -> Meta.labels(pod).entrySet().containsAll(labels.entrySet())));
    }

    public String podNamed(String prefix) {
        return Meta.name(awaitPod(pod -> Meta.name(pod).startsWith(prefix) && !Meta.deleting(pod)));
    }

    private String firstContainer(String pod) {
        return get(Kinds.POD, pod)
                .path("spec")
                .path("containers")
                .path(0)
                .path("name")
                .asText();
    }

    public String log(String pod) {
        return simulation
                .runtime()
                .log(new ContainerRef(NS, pod, firstContainer(pod)), false)
                .map(log -> log.lines().stream().map(LogLine::text).collect(Collectors.joining("\n")))
                .orElse("");
    }

    public void awaitLog(String pod, String text) {
        Awaitility.await("log of " + pod + " with " + text)
                .atMost(Durations.ONE_MINUTE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> log(pod).contains(text));
    }

    /** What a command gave. */
    public record Ran(int code, String out, String err) {}

    public Ran exec(String pod, String... command) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        ExecCall call = new ExecCall(List.of(command), new ByteArrayInputStream(new byte[0]), out, err, false);
        try {
            int code = simulation.runtime().exec(new ContainerRef(NS, pod, firstContainer(pod)), call);
            return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    public Ran sh(String pod, String script) {
        return exec(pod, "sh", "-c", script);
    }

    /** Asks a port of a pod over real HTTP. */
    public HttpResponse<String> http(String pod, int port, String method, String path, String body) {
        var address = simulation.runtime().connect(NS, pod, port).orElseThrow();
        URI uri = URI.create("http://127.0.0.1:" + address.getPort() + path);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .method(method, HttpRequest.BodyPublishers.ofString(body, StandardCharsets.ISO_8859_1))
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    public JsonNode get(String pod, int port, String path) {
        return json(http(pod, port, "GET", path, "").body().replace('\'', ' '));
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
