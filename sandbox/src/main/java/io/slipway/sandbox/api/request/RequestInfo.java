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
        String path) {

    /**
     * Whether it is about a resource.
     *
     * @return false for discovery, health and the like
     */
    public boolean isResource() {
        return !resource.isEmpty();
    }
}
