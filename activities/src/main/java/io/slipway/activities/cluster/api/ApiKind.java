package io.slipway.activities.cluster.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A kind as the API server serves it.
 *
 * @param group API group; empty for the core group
 * @param version version in the group
 * @param kind such as {@code Deployment}
 * @param plural name in paths, such as {@code deployments}
 * @param singular such as {@code deployment}
 * @param namespaced whether its objects live in namespaces
 * @param shortNames such as {@code deploy}
 */
public record ApiKind(
        String group,
        String version,
        String kind,
        String plural,
        String singular,
        boolean namespaced,
        List<String> shortNames) {
    public ApiKind {
        shortNames = List.copyOf(shortNames);
    }

    /** A namespaced kind without short names. */
    public static ApiKind namespaced(String apiVersion, String kind, String plural) {
        return of(apiVersion, kind, plural, true);
    }

    /** A kind from its API version. */
    public static ApiKind of(String apiVersion, String kind, String plural, boolean namespaced) {
        int slash = apiVersion.indexOf('/');
        return new ApiKind(
                slash < 0 ? "" : apiVersion.substring(0, slash),
                apiVersion.substring(slash + 1),
                kind,
                plural,
                kind.toLowerCase(Locale.ROOT),
                namespaced,
                List.of());
    }

    /** Such as {@code apps/v1}. */
    public String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    /** Path of a collection; an empty namespace means all namespaces. */
    public String path(String namespace) {
        String root = (group.isEmpty() ? "/api/" : "/apis/") + apiVersion();
        return namespaced && !namespace.isEmpty()
                ? root + "/namespaces/" + namespace + "/" + plural
                : root + "/" + plural;
    }

    /** Path of one object. */
    public String path(String namespace, String name) {
        if (namespaced && namespace.isEmpty()) {
            throw new IllegalArgumentException(kind + " " + name + " needs a namespace");
        }
        return path(namespace) + "/" + name.replace(":", "%3A");
    }

    /** The object of that name; the namespace is dropped when the kind has none. */
    public ObjectRef ref(String namespace, String name) {
        return new ObjectRef(apiVersion(), kind, namespaced ? namespace : "", name);
    }

    /** Puts the kind and its version into an item of a list: a list of a built-in kind names them only once. */
    public JsonNode naming(JsonNode item) {
        if (item instanceof ObjectNode object && !item.has("kind")) {
            object.put("apiVersion", apiVersion()).put("kind", kind);
        }
        return item;
    }

    /** Whether somebody may call it so: kind, plural, singular or short name, perhaps with the group. */
    public boolean isCalled(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        return names().anyMatch(word::equals)
                || (!group.isEmpty() && names().anyMatch(name -> word.equals(name + "." + group)))
                || names().anyMatch(name -> word.equals(name + "." + version + "." + group));
    }

    private Stream<String> names() {
        return Stream.concat(Stream.of(kind.toLowerCase(Locale.ROOT), plural, singular), shortNames.stream());
    }
}
