package io.slipway.sandbox.api.authz;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.sandbox.api.request.RequestInfo;

/**
 * What somebody wants to do.
 *
 * @param verb such as {@code create}
 * @param group the API group
 * @param resource the plural, empty for a path
 * @param subresource such as {@code log}
 * @param namespace the namespace, empty for cluster scope
 * @param name the object's name, empty for any
 * @param path the path of a request for no resource
 */
public record Attributes(
        String verb, String group, String resource, String subresource, String namespace, String name, String path) {

    /**
     * Those of a request.
     *
     * @param info the request
     * @return what it wants to do
     */
    public static Attributes of(RequestInfo info) {
        return new Attributes(
                info.verb(),
                info.group(),
                info.resource(),
                info.subresource(),
                info.namespace(),
                info.name(),
                info.path());
    }

    /**
     * Those of an access review.
     *
     * @param spec the {@code spec} of the review
     * @return what it asks about
     */
    public static Attributes ofReview(JsonNode spec) {
        JsonNode path = spec.path("nonResourceAttributes");
        if (path.isObject()) {
            return new Attributes(
                    path.path("verb").asText(""),
                    "",
                    "",
                    "",
                    "",
                    "",
                    path.path("path").asText(""));
        }
        JsonNode resource = spec.path("resourceAttributes");
        return new Attributes(
                resource.path("verb").asText(""),
                resource.path("group").asText(""),
                resource.path("resource").asText(""),
                resource.path("subresource").asText(""),
                resource.path("namespace").asText(""),
                resource.path("name").asText(""),
                "");
    }

    /**
     * The resource as rules name it.
     *
     * @return {@code pods} or {@code pods/log}
     */
    String ruleResource() {
        return subresource.isEmpty() ? resource : resource + "/" + subresource;
    }
}
