package io.slipway.activities.validate.probes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.activities.cluster.api.KubeApi;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.model.json.Json;
import java.util.Optional;

/**
 * Asks the API server whether somebody may do something.
 *
 * @param verb of the API
 * @param resource as {@code resource.group/subresource}; group and subresource may be left out
 * @param namespace where; empty for cluster-wide
 * @see <a href="https://kubernetes.io/docs/reference/access-authn-authz/authorization/">Authorization</a>
 */
public record AccessReview(String verb, String resource, String namespace) {
    private static final String PATH = "/apis/authorization.k8s.io/v1/";

    /**
     * The answer.
     *
     * @param allowed whether the right is granted
     * @param reason why, when the server says it; else empty
     */
    public record Answer(boolean allowed, String reason) {}

    /** Asks about a ServiceAccount of that namespace, or about the client itself when there is none. */
    public Answer ask(KubeApi api, Optional<String> serviceAccount, String accountNamespace)
            throws InterruptedException {
        ObjectNode review = Json.mapper().createObjectNode();
        review.put("apiVersion", "authorization.k8s.io/v1");
        review.put("kind", serviceAccount.isPresent() ? "SubjectAccessReview" : "SelfSubjectAccessReview");
        ObjectNode spec = review.putObject("spec");
        serviceAccount.ifPresent(account -> spec.put("user", user(account, accountNamespace))
                .putArray("groups")
                .add("system:serviceaccounts")
                .add("system:serviceaccounts:" + accountNamespace)
                .add("system:authenticated"));
        attributes(spec.putObject("resourceAttributes"));
        String plural = serviceAccount.isPresent() ? "subjectaccessreviews" : "selfsubjectaccessreviews";
        JsonNode status = api.review(PATH + plural, review).path("status");
        return new Answer(
                status.path("allowed").asBoolean(false),
                status.path("reason").asText(status.path("evaluationError").asText("")));
    }

    /** What a review of somebody else asks itself; of oneself everybody may ask. */
    public static Calls callsForOthers() {
        return Calls.on("subjectaccessreviews.authorization.k8s.io", "", "create");
    }

    /** The user name of a ServiceAccount. */
    public static String user(String serviceAccount, String namespace) {
        return "system:serviceaccount:" + namespace + ":" + serviceAccount;
    }

    private void attributes(ObjectNode attributes) {
        int slash = resource.indexOf('/');
        String qualified = slash < 0 ? resource : resource.substring(0, slash);
        int dot = qualified.indexOf('.');
        attributes.put("verb", verb);
        attributes.put("resource", dot < 0 ? qualified : qualified.substring(0, dot));
        attributes.put("group", dot < 0 ? "" : qualified.substring(dot + 1));
        if (slash >= 0) {
            attributes.put("subresource", resource.substring(slash + 1));
        }
        if (!namespace.isEmpty()) {
            attributes.put("namespace", namespace);
        }
    }
}
