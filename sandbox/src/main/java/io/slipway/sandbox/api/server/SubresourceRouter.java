package io.slipway.sandbox.api.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.api.ApiBackend;
import io.slipway.sandbox.api.ContainerRef;
import io.slipway.sandbox.api.Subresources;
import io.slipway.sandbox.api.authn.ServiceAccountTokens;
import io.slipway.sandbox.api.http.Exchange;
import io.slipway.sandbox.api.pods.ExecApi;
import io.slipway.sandbox.api.pods.LogApi;
import io.slipway.sandbox.api.pods.PodActions;
import io.slipway.sandbox.api.pods.PortForwardApi;
import io.slipway.sandbox.api.pods.ProxyApi;
import io.slipway.sandbox.api.request.RequestInfo;
import io.slipway.sandbox.api.resource.Call;
import io.slipway.sandbox.api.resource.Methods;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.Refusals;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds who answers a request for a subresource that is not a part of the stored object. */
final class SubresourceRouter {

    private static final long TOKEN_SECONDS = 3600;

    private final ApiBackend backend;
    private final ServiceAccountTokens tokens;
    private final LogApi logs;
    private final ExecApi exec;
    private final PortForwardApi forward;
    private final ProxyApi proxy;
    private final PodActions actions;

    SubresourceRouter(ApiBackend backend, ServiceAccountTokens tokens) {
        this.backend = backend;
        this.tokens = tokens;
        this.logs = new LogApi(backend);
        this.exec = new ExecApi(backend);
        this.forward = new PortForwardApi(backend);
        this.proxy = new ProxyApi(backend);
        this.actions = new PodActions(backend.store());
    }

    void answer(Call call) throws IOException, InterruptedException {
        Exchange exchange = call.exchange();
        RequestInfo info = call.info();
        switch (call.kind().resource() + "/" + info.subresource()) {
            case "pods/log" -> logs.answer(exchange, call.namespace(), info.name());
            case "pods/exec" -> exec.answer(exchange, call.namespace(), info.name());
            case "pods/portforward" -> forward.answer(exchange, call.namespace(), info.name());
            case "pods/proxy", "services/proxy" -> proxy.answer(exchange, info);
            case "pods/eviction" -> actions.evict(exchange, call.namespace(), info.name());
            case "pods/binding" -> actions.bind(exchange, call.namespace(), info.name());
            case "serviceaccounts/token" -> token(call);
            case "namespaces/finalize" -> finalizeNamespace(call);
            default -> extension(call);
        }
    }

    private void extension(Call call) throws IOException, InterruptedException {
        RequestInfo info = call.info();
        Subresources.Target target =
                new Subresources.Target(call.kind(), call.namespace(), info.name(), info.subresource());
        if (info.verb().equals("get") && info.subresource().equals("log")) {
            ContainerRef container = backend.subresources()
                    .get()
                    .log(target)
                    .orElseThrow(() -> Refusals.notFound(call.kind(), info.name()));
            logs.answer(call.exchange(), container.namespace(), container.pod());
            return;
        }
        Optional<ObjectNode> answer = info.verb().equals("create")
                ? backend.subresources()
                        .get()
                        .create(target, query(call.exchange()), call.exchange().body())
                : Optional.empty();
        ObjectNode created = answer.orElseThrow(Methods::notAllowed);
        call.exchange().respond(201, created);
    }

    private static Map<String, String> query(Exchange exchange) {
        Map<String, String> query = new LinkedHashMap<>();
        exchange.queryNames().forEach(name -> exchange.query(name).ifPresent(value -> query.put(name, value)));
        return query;
    }

    private void token(Call call) throws IOException {
        String name = call.info().name();
        ObjectNode account = backend.store()
                .view(Kinds.SERVICE_ACCOUNT, call.namespace(), name)
                .orElseThrow(() -> Refusals.notFound(Kinds.SERVICE_ACCOUNT, name));
        ObjectNode request = call.exchange().bodyObject();
        long seconds = request.at("/spec/expirationSeconds").asLong(TOKEN_SECONDS);
        List<String> audiences = new ArrayList<>();
        request.at("/spec/audiences").forEach(one -> audiences.add(one.asText()));
        String end = Instant.now()
                .plusSeconds(seconds)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        request.putObject("status")
                .put("token", tokens.issue(account, audiences, Duration.ofSeconds(seconds)))
                .put("expirationTimestamp", end);
        call.exchange().respond(201, request);
    }

    private void finalizeNamespace(Call call) throws IOException {
        ObjectNode wanted = call.exchange().bodyObject();
        String name = call.info().name();
        ObjectNode result = backend.store()
                .mutate(Kinds.NAMESPACE, "", name, namespace -> {
                    ObjectNode spec = namespace.withObject("/spec");
                    spec.putArray("finalizers").addAll(items(wanted));
                    return namespace;
                })
                .orElseThrow(() -> Refusals.notFound(Kinds.NAMESPACE, Meta.name(wanted)));
        call.exchange().respond(200, result);
    }

    private static List<JsonNode> items(ObjectNode namespace) {
        List<JsonNode> items = new ArrayList<>();
        namespace.at("/spec/finalizers").forEach(items::add);
        return items;
    }
}
