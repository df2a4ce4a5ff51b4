package io.slipway.sandbox.api.discovery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.api.http.Exchange;
import io.slipway.sandbox.api.http.Json;
import io.slipway.sandbox.store.KindRegistry;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.store.Refusals;
import io.slipway.sandbox.store.Status;
import io.slipway.sandbox.store.StatusException;
import java.util.Arrays;
import java.util.List;

/** Answers what is served, and which version this is. */
public final class DiscoveryApi {

    private final Catalogue catalogue;
    private final LegacyDiscovery legacy;
    private final AggregatedDiscovery aggregated;
    private final OpenApi openApi;

    /**
     * Describes what is served.
     *
     * @param kinds the kinds served now
     * @param store where the CustomResourceDefinitions are
     */
    public DiscoveryApi(KindRegistry kinds, ObjectStore store) {
        this.catalogue = new Catalogue(kinds);
        this.legacy = new LegacyDiscovery(catalogue);
        this.aggregated = new AggregatedDiscovery(catalogue);
        this.openApi = new OpenApi(catalogue, store);
    }

    /**
     * Answers a request for no resource.
     *
     * @param exchange the request
     * @throws StatusException {@code NotFound} for an unknown path
     */
    public void answer(Exchange exchange) {
        List<String> parts = Arrays.stream(exchange.path().split("/", -1))
                .filter(part -> !part.isEmpty())
                .toList();
        String root = parts.isEmpty() ? "" : parts.getFirst();
        switch (root) {
            case "" -> exchange.respond(200, paths());
            case "version" -> exchange.respond(200, ServerVersion.json());
            case "api" -> core(exchange, parts);
            case "apis" -> grouped(exchange, parts);
            case "openapi" -> openApi(exchange, parts);
            default -> throw unknown();
        }
    }

    private void core(Exchange exchange, List<String> parts) {
        if (parts.size() > 1) {
            exchange.respond(200, legacy.resources("v1", found(catalogue.of("", parts.get(1)))));
        } else if (AggregatedDiscovery.wanted(exchange.header("Accept"))) {
            aggregated(exchange, aggregated.groups(List.of("")));
        } else {
            exchange.respond(200, legacy.coreVersions());
        }
    }

    private void grouped(Exchange exchange, List<String> parts) {
        if (parts.size() > 2) {
            String groupVersion = parts.get(1) + "/" + parts.get(2);
            exchange.respond(200, legacy.resources(groupVersion, found(catalogue.of(parts.get(1), parts.get(2)))));
        } else if (parts.size() > 1) {
            found(catalogue.versions(parts.get(1)));
            exchange.respond(200, legacy.group(parts.get(1)));
        } else if (AggregatedDiscovery.wanted(exchange.header("Accept"))) {
            aggregated(exchange, aggregated.groups(catalogue.groups()));
        } else {
            exchange.respond(200, legacy.groups());
        }
    }

    private void openApi(Exchange exchange, List<String> parts) {
        if (parts.size() < 2 || !parts.get(1).equals("v3")) {
            throw unknown();
        }
        if (parts.size() == 2) {
            exchange.respond(200, openApi.index(exchange.tokenPath().prefix()));
        } else {
            boolean core = parts.get(2).equals("api");
            String group = core ? "" : parts.get(3);
            exchange.respond(200, openApi.document(group, parts.getLast()));
        }
    }

    private ObjectNode paths() {
        ObjectNode json = Json.object();
        var paths = json.putArray("paths").add("/api").add("/api/v1").add("/apis");
        catalogue.groups().forEach(group -> paths.add("/apis/" + group));
        List.of("/healthz", "/livez", "/readyz", "/openapi/v3", "/version").forEach(paths::add);
        return json;
    }

    private static void aggregated(Exchange exchange, ObjectNode json) {
        exchange.setHeader("Vary", "Accept");
        exchange.respond(200, AggregatedDiscovery.CONTENT_TYPE, Json.bytes(json));
    }

    private static <T> List<T> found(List<T> served) {
        if (served.isEmpty()) {
            throw unknown();
        }
        return served;
    }

    /**
     * Nothing is served at this path.
     *
     * @return the refusal
     */
    public static StatusException unknown() {
        return Refusals.refusal(
                404, "NotFound", "the server could not find the requested resource", Status.Details.NONE);
    }
}
