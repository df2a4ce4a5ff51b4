package io.slipway.sandbox.api.discovery;

import java.util.List;

/**
 * What discovery says about a subresource.
 *
 * @param group the group of the kind it answers with
 * @param version the version of that kind
 * @param kind the kind it answers with
 * @param verbs what can be done
 */
record SubresourceShape(String group, String version, String kind, List<String> verbs) {

    private static final List<String> PART = List.of("get", "patch", "update");
    private static final List<String> EVERY_METHOD = List.of("create", "delete", "get", "patch", "update");

    static SubresourceShape of(ServedResource parent, String name) {
        return switch (name) {
            case "scale" -> new SubresourceShape("autoscaling", "v1", "Scale", PART);
            case "log" -> parent(parent, List.of("get"));
            case "proxy" -> new SubresourceShape("", "v1", parent.kind() + "ProxyOptions", EVERY_METHOD);
            case "exec", "attach", "portforward" ->
                new SubresourceShape("", "v1", options(parent.kind(), name), List.of("create", "get"));
            case "eviction" -> new SubresourceShape("policy", "v1", "Eviction", List.of("create"));
            case "binding" -> new SubresourceShape("", "v1", "Binding", List.of("create"));
            case "token" -> new SubresourceShape("authentication.k8s.io", "v1", "TokenRequest", List.of("create"));
            case "instantiate", "instantiatebinary", "webhooks", "clone" -> parent(parent, List.of("create"));
            case "finalize" -> parent(parent, List.of("update"));
            default -> parent(parent, PART);
        };
    }

    private static SubresourceShape parent(ServedResource parent, List<String> verbs) {
        return new SubresourceShape(parent.group(), parent.version(), parent.kind(), verbs);
    }

    private static String options(String kind, String name) {
        return switch (name) {
            case "exec" -> kind + "ExecOptions";
            case "attach" -> kind + "AttachOptions";
            default -> kind + "PortForwardOptions";
        };
    }
}
