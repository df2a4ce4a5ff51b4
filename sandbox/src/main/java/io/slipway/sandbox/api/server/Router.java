package io.slipway.sandbox.api.server;

import io.slipway.sandbox.api.ApiBackend;
import io.slipway.sandbox.api.authn.UserInfo;
import io.slipway.sandbox.api.authz.AccessReviews;
import io.slipway.sandbox.api.discovery.DiscoveryApi;
import io.slipway.sandbox.api.http.Exchange;
import io.slipway.sandbox.api.metrics.MetricsApi;
import io.slipway.sandbox.api.request.RequestInfo;
import io.slipway.sandbox.api.resource.Call;
import io.slipway.sandbox.api.resource.ResourceApi;
import io.slipway.sandbox.store.ServedKind;
import java.io.IOException;
import java.util.Set;

/** Finds who answers a request. */
final class Router {

    private static final Set<String> REVIEWS = Set.of("authorization.k8s.io", "authentication.k8s.io");
    private static final Set<String> OBJECT_PARTS = Set.of("", "status", "scale");

    private final ApiBackend backend;
    private final DiscoveryApi discovery;
    private final AccessReviews reviews;
    private final ResourceApi resources;
    private final SubresourceRouter subresources;
    private final MetricsApi metrics;

    Router(ApiBackend backend, AccessReviews reviews, SubresourceRouter subresources) {
        this.backend = backend;
        this.discovery = new DiscoveryApi(backend.kinds(), backend.store());
        this.reviews = reviews;
        this.resources = new ResourceApi(backend.store());
        this.subresources = subresources;
        this.metrics = new MetricsApi(backend);
    }

    void route(Exchange exchange, RequestInfo info, UserInfo user) throws IOException, InterruptedException {
        if (!info.isResource()) {
            discovery.answer(exchange);
        } else if (REVIEWS.contains(info.group())) {
            var review = exchange.bodyObject();
            reviews.answer(info.resource(), user, review, info.namespace());
            exchange.respond(201, review);
        } else if (info.group().equals("metrics.k8s.io")) {
            metrics.answer(exchange, info);
        } else {
            stored(exchange, info, user);
        }
    }

    private void stored(Exchange exchange, RequestInfo info, UserInfo user) throws IOException, InterruptedException {
        ServedKind served = backend.kinds()
                .byPlural(info.group(), info.resource())
                .filter(kind -> kind.versions().contains(info.version()))
                .orElseThrow(DiscoveryApi::unknown);
        if (!info.subresource().isEmpty() && !served.has(info.subresource())) {
            throw DiscoveryApi.unknown();
        }
        Call call = new Call(exchange, info, user, served);
        if (OBJECT_PARTS.contains(info.subresource())) {
            resources.answer(call);
        } else {
            subresources.answer(call);
        }
    }
}
