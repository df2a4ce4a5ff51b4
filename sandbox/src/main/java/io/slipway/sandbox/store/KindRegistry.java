package io.slipway.sandbox.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** The kinds served now: the built-in ones and those of CustomResourceDefinitions. Safe for any number of threads. */
public final class KindRegistry {

    private final Map<String, ServedKind> byResource = new ConcurrentSkipListMap<>();

    /** A registry with the built-in kinds. */
    public KindRegistry() {
        KindTable.read().forEach(this::register);
    }

    /**
     * Serves a kind from now on.
     *
     * @param kind the kind
     */
    public void register(ServedKind kind) {
        byResource.put(kind.kind().resource(), kind);
    }

    /**
     * Serves a kind no longer.
     *
     * @param resource its plural and group, such as {@code flinkdeployments.flink.apache.org}
     */
    public void unregister(String resource) {
        byResource.remove(resource);
    }

    /**
     * All kinds, by resource.
     *
     * @return the kinds
     */
    public Collection<ServedKind> all() {
        return List.copyOf(byResource.values());
    }

    /**
     * A kind by its name in URLs, in any served version.
     *
     * @param group the group
     * @param plural the plural
     * @return the kind
     */
    public Optional<ServedKind> byPlural(String group, String plural) {
        return Optional.ofNullable(byResource.get(group.isEmpty() ? plural : plural + "." + group));
    }

    /**
     * A kind by the two fields objects and owner references carry.
     *
     * @param apiVersion such as {@code apps/v1}
     * @param kind such as {@code Deployment}
     * @return the kind; its version is the stored one
     */
    public Optional<ServedKind> byApiVersion(String apiVersion, String kind) {
        int slash = apiVersion.indexOf('/');
        String group = slash < 0 ? "" : apiVersion.substring(0, slash);
        return byResource.values().stream()
                .filter(served -> served.kind().group().equals(group)
                        && served.kind().kind().equals(kind))
                .findFirst();
    }
}
