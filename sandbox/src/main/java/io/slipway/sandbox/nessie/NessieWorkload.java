package io.slipway.sandbox.nessie;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.faults.FaultKind;
import io.slipway.sandbox.images.Digests;
import io.slipway.sandbox.net.SimEndpoint;
import io.slipway.sandbox.net.SimRequest;
import io.slipway.sandbox.net.SimResponse;
import io.slipway.sandbox.workloads.Container;
import io.slipway.sandbox.workloads.Process;
import io.slipway.sandbox.workloads.Workload;
import java.time.Duration;
import java.util.Optional;

/** The Nessie image. */
public final class NessieWorkload implements Workload {
    private static final int API = 19120;
    private static final int MANAGEMENT = 9000;

    @Override
    public boolean runs(Container container) {
        return container.image().matches(".*(^|/)nessie([:@].*)?$");
    }

    @Override
    public Duration readyAfter(Container container) {
        return Duration.ofSeconds(4);
    }

    @Override
    public int run(Process process) throws InterruptedException {
        process.log("Nessie Server (simulated) 0.99.0 started in 3.612s. Listening on: http://0.0.0.0:" + API);
        process.runForEver();
        return 0;
    }

    @Override
    public Optional<SimEndpoint> endpoint(Container container, int port) {
        return switch (port) {
            case API -> Optional.of(NessieWorkload::answer);
            case MANAGEMENT -> Optional.of(request -> SimResponse.plain(200, "{\"status\": \"UP\"}"));
            default -> Optional.empty();
        };
    }

    private static SimResponse answer(SimRequest request) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        return switch (request.path()) {
            case "/api/v2/config", "/api/v1/config" -> {
                body.put("defaultBranch", "main")
                        .put("minSupportedApiVersion", 1)
                        .put("maxSupportedApiVersion", 2);
                body.put("actualApiVersion", 2)
                        .put("specVersion", "2.2.0")
                        .put("noAncestorHash", Digests.of("none").substring(7));
                yield SimResponse.json(200, body);
            }
            case "/api/v2/trees", "/api/v1/trees" -> {
                reference(body.putArray("references").addObject());
                body.put("hasMore", false);
                yield SimResponse.json(200, body);
            }
            case "/api/v2/trees/main", "/api/v2/trees/-" -> {
                reference(body.putObject("reference"));
                yield SimResponse.json(200, body);
            }
            case "/q/health", "/q/health/ready" -> SimResponse.json(200, body.put("status", "UP"));
            case "/", "/tree/main" -> SimResponse.html("<html><title>Nessie</title></html>");
            default ->
                SimResponse.json(
                        404,
                        body.put("status", 404)
                                .put("reason", "Not Found")
                                .put("message", "no such path: " + request.path()));
        };
    }

    private static void reference(ObjectNode reference) {
        reference
                .put("type", "BRANCH")
                .put("name", "main")
                .put("hash", Digests.of("main").substring(7));
    }

    @Override
    public Optional<FaultKind> cutOffBy() {
        return Optional.of(FaultKind.NESSIE_UNREACHABLE);
    }

    @Override
    public Usage usage(Container container) {
        return new Usage(25, 380);
    }
}
