package io.slipway.sandbox.store;

import java.util.Objects;

/**
 * A kind of object as the API serves it. Objects are stored by {@code group} and {@code plural}; the version only says
 * in which shape they are written.
 *
 * @param group the API group, empty for the core group
 * @param version the version objects of this kind are stored in, such as {@code v1}
 * @param kind the kind, such as {@code Deployment}
 * @param plural the name in URLs, such as {@code deployments}
 * @param namespaced whether objects live in a namespace
 */
public record ResourceKind(String group, String version, String kind, String plural, boolean namespaced) {

    /** The group of what the simulation itself remembers: not served, and not checked as objects of users are. */
    public static final String INTERNAL = "internal.sandbox.slipway.io";

    /** Refuses missing names. */
    public ResourceKind {
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(plural, "plural");
    }

    /**
     * The value of {@code apiVersion} for objects of this kind.
     *
     * @return {@code v1} for the core group, otherwise {@code group/version}
     */
    public String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    /**
     * The name error messages use.
     *
     * @return {@code deployments.apps}, or {@code pods} for the core group
     */
    public String resource() {
        return group.isEmpty() ? plural : plural + "." + group;
    }

    /**
     * Whether another kind means the same stored objects, whatever its version.
     *
     * @param other the other kind
     * @return true when group and plural are equal
     */
    public boolean sameResource(ResourceKind other) {
        return group.equals(other.group) && plural.equals(other.plural);
    }
}
