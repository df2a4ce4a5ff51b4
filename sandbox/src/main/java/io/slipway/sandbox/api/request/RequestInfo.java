package io.slipway.sandbox.api.request;

/**
 * What a request asks for, as authorization and audit see it.
 *
 * @param verb one of those access rules know, such as {@code get}, {@code list}, {@code watch}, {@code create}; the
 *     method in small letters for a request for no resource
 * @param group the API group, empty for the core group
 * @param version the version in the path
 * @param resource the plural; empty for a request for no resource
 * @param subresource such as {@code status}, empty for none
 * @param namespace the namespace, empty for none
 * @param name the object's name, empty for a collection
 * @param rest what follows the subresource in the path, as for {@code proxy}
 * @param path the whole path
 */
public record RequestInfo(
        String verb,
        String group,
        String version,
        String resource,
        String subresource,
        String namespace,
        String name,
        String rest,
        String path) {

    /**
     * Whether it is about a resource.
     *
     * @return false for discovery, health and the like
     */
    public boolean isResource() {
        return !resource.isEmpty();
    }

    /**
     * The same with another verb.
     *
     * @param other the verb
     * @return a copy
     */
    public RequestInfo withVerb(String other) {
        return new RequestInfo(other, group, version, resource, subresource, namespace, name, rest, path);
    }
}
