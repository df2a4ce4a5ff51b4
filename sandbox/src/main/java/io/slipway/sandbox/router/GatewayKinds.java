package io.slipway.sandbox.router;

import io.slipway.sandbox.store.ResourceKind;

/** Kinds of the Gateway API, which come with its definitions. */
final class GatewayKinds {
    private static final String GROUP = "gateway.networking.k8s.io";
    static final ResourceKind CLASS = new ResourceKind(GROUP, "v1", "GatewayClass", "gatewayclasses", false);
    static final ResourceKind GATEWAY = new ResourceKind(GROUP, "v1", "Gateway", "gateways", true);
    static final ResourceKind ROUTE = new ResourceKind(GROUP, "v1", "HTTPRoute", "httproutes", true);

    private GatewayKinds() {}
}
