package io.slipway.activities.cluster.rights;

import io.slipway.activities.cluster.api.ApiKind;

/**
 * A right on a resource.
 *
 * @param verb of the API
 * @param resource as {@code resource.group/subresource}
 * @param namespace where; empty for the whole cluster
 */
public record Right(String verb, String resource, String namespace) {
    /** The right on objects of a kind; of one without namespaces in the whole cluster. */
    static Right on(ApiKind kind, String namespace, String verb) {
        String resource = kind.group().isEmpty() ? kind.plural() : kind.plural() + "." + kind.group();
        return new Right(verb, resource, kind.namespaced() ? namespace : "");
    }

    /** Where it is needed and on what. */
    public String place() {
        return resource + (namespace.isEmpty() ? " of the whole cluster" : " in namespace " + namespace);
    }
}
