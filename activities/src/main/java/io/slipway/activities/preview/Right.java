package io.slipway.activities.preview;

import io.slipway.activities.cluster.api.ApiKind;
import java.util.List;
import java.util.stream.Stream;

/**
 * A right that a step needs.
 *
 * @param verb of the API
 * @param resource as {@code resource.group/subresource}
 * @param namespace where; empty for the whole cluster
 */
record Right(String verb, String resource, String namespace) {
    static Stream<Right> of(ApiKind kind, String namespace, List<String> verbs) {
        String resource = kind.group().isEmpty() ? kind.plural() : kind.plural() + "." + kind.group();
        return verbs.stream().map(verb -> new Right(verb, resource, kind.namespaced() ? namespace : ""));
    }

    static Stream<Right> named(String resource, String namespace, List<String> verbs) {
        return verbs.stream().map(verb -> new Right(verb, resource, namespace));
    }

    /** Where it is needed and on what. */
    String place() {
        return resource + (namespace.isEmpty() ? " of the whole cluster" : " in namespace " + namespace);
    }
}
