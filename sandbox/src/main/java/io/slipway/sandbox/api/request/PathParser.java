package io.slipway.sandbox.api.request;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads paths of the API: {@code /api/v1/namespaces/ns/pods/name/log}, {@code /apis/apps/v1/deployments}. */
public final class PathParser {

    /** What stands after a namespace's name without being a resource in it. */
    private static final Set<String> NAMESPACE_SUBRESOURCES = Set.of("status", "finalize");

    private PathParser() {}

    /**
     * Reads a request.
     *
     * @param method the HTTP method
     * @param path the decoded path
     * @param watch whether the query asks to watch
     * @return what it asks for
     */
    public static RequestInfo parse(String method, String path, boolean watch) {
        List<String> parts = Arrays.stream(path.split("/", -1))
                .filter(part -> !part.isEmpty())
                .toList();
        boolean core = parts.size() > 2 && parts.get(0).equals("api");
        boolean grouped = parts.size() > 3 && parts.get(0).equals("apis");
        if (!core && !grouped) {
            return new RequestInfo(method.toLowerCase(Locale.ROOT), "", "", "", "", "", "", path);
        }
        String group = core ? "" : parts.get(1);
        String version = parts.get(core ? 1 : 2);
        return resource(new Target(method, path, watch, group, version), parts.subList(core ? 2 : 3, parts.size()));
    }

    /** What was read before the resource. */
    private record Target(String method, String path, boolean watch, String group, String version) {}

    private static RequestInfo resource(Target target, List<String> parts) {
        boolean scoped = parts.get(0).equals("namespaces")
                && parts.size() > 2
                && !(NAMESPACE_SUBRESOURCES.contains(parts.get(2)) && parts.size() == 3);
        String namespace = scoped ? parts.get(1) : "";
        List<String> rest = scoped ? parts.subList(2, parts.size()) : parts;
        String name = at(rest, 1);
        String verb = verb(target.method(), !name.isEmpty(), target.watch());
        // The namespace of a Namespace object is the object itself: RoleBindings in it may allow to read it.
        String effective = rest.get(0).equals("namespaces") ? name : namespace;
        return new RequestInfo(
                verb, target.group(), target.version(), rest.get(0), at(rest, 2), effective, name, target.path());
    }

    private static String verb(String method, boolean named, boolean watch) {
        return switch (method) {
            case "POST" -> "create";
            case "PUT" -> "update";
            case "PATCH" -> "patch";
            case "DELETE" -> named ? "delete" : "deletecollection";
            case "GET", "HEAD" -> watch ? "watch" : named ? "get" : "list";
            default -> method.toLowerCase(Locale.ROOT);
        };
    }

    private static String at(List<String> parts, int index) {
        return index < parts.size() ? parts.get(index) : "";
    }
}
