package io.slipway.sandbox.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import org.awaitility.Durations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Roles, bindings, reviews, impersonation, tokens of service accounts. */
class AccessContractTest {

    private static final String REVIEWS = "/apis/authorization.k8s.io/v1/";

    private final ApiClient admin = Cluster.get().client();
    private String namespace;
    private String account;

    @BeforeEach
    void namespace() {
        namespace = Cluster.get().namespace();
        account = "system:serviceaccount:" + namespace + ":default";
        String path = "/api/v1/namespaces/" + namespace + "/serviceaccounts/default";
        await().atMost(Durations.ONE_MINUTE)
                .untilAsserted(() -> assertThat(admin.get(path).code()).isEqualTo(200));
    }

    private void allow() {
        String rbac = "/apis/rbac.authorization.k8s.io/v1/namespaces/" + namespace;
        admin.post(
                        rbac + "/roles",
                        "{'metadata': {'name': 'r'}, 'rules': [{'apiGroups': [''], 'resources': ['pods', 'pods/log'], 'verbs': ['get', 'list']}]}")
                .ok();
        admin.post(
                        rbac + "/rolebindings",
                        "{'metadata': {'name': 'b'}, 'roleRef': {'kind': 'Role', 'name': 'r'}, 'subjects': [{'kind': 'ServiceAccount', 'name': 'default'}]}")
                .ok();
    }

    private JsonNode review(ApiClient client, String verb, String resource) {
        return client.post(
                        REVIEWS + "selfsubjectaccessreviews",
                        "{'spec': {'resourceAttributes': {'namespace': '%s', 'verb': '%s', 'resource': '%s'}}}"
                                .formatted(namespace, verb, resource))
                .ok()
                .path("status");
    }

    @Test
    void adminMayEverything() {
        assertThat(review(admin, "delete", "nodes").path("allowed").asBoolean()).isTrue();
    }

    @Test
    void bindingsAllowAndNothingElse() {
        ApiClient as = Cluster.get().as(account);
        assertThat(review(as, "list", "pods").path("allowed").asBoolean()).isFalse();
        allow();
        JsonNode allowed = review(as, "list", "pods");
        assertThat(allowed.path("allowed").asBoolean()).isTrue();
        assertThat(allowed.path("reason").asText())
                .startsWith("RBAC: allowed by RoleBinding \"b/" + namespace + "\" of Role \"r\"");
        assertThat(review(as, "create", "pods").path("allowed").asBoolean()).isFalse();
        assertThat(as.get("/api/v1/namespaces/" + namespace + "/pods").code()).isEqualTo(200);
        ApiClient.Answer refused = as.get("/api/v1/namespaces/" + namespace + "/secrets");
        assertThat(refused.code()).isEqualTo(403);
        assertThat(refused.message())
                .isEqualTo(
                        "secrets is forbidden: User \"%s\" cannot list resource \"secrets\" in API group \"\" in the namespace \"%s\""
                                .formatted(account, namespace));
    }

    @Test
    void tokensOfServiceAccountsWork() {
        allow();
        JsonNode made = admin.post(
                        "/api/v1/namespaces/" + namespace + "/serviceaccounts/default/token",
                        "{'spec': {'expirationSeconds': 600}}")
                .ok();
        String token = made.at("/status/token").asText();
        ApiClient client = Cluster.get().client(token);
        assertThat(client.get("/api/v1/namespaces/" + namespace + "/pods").code())
                .isEqualTo(200);
        assertThat(client.get("/api/v1/namespaces/" + namespace + "/secrets").code())
                .isEqualTo(403);
        assertThat(client.send("GET", "/api/v1/nodes", "", "").code()).isEqualTo(403);
        JsonNode review = admin.post(
                        "/apis/authentication.k8s.io/v1/tokenreviews", "{'spec': {'token': '%s'}}".formatted(token))
                .ok();
        assertThat(review.at("/status/user/username").asText()).isEqualTo(account);
    }

    @Test
    void onlyWhoMayImpersonateDoes() {
        ApiClient.Answer answer = new ApiClient(
                        Cluster.get().api(),
                        serviceAccountToken(),
                        "sandbox-admin",
                        Cluster.get().trust())
                .get("/api/v1/nodes");
        assertThat(answer.code()).isEqualTo(403);
        assertThat(answer.message()).contains("cannot impersonate resource \"users\"");
    }

    private String serviceAccountToken() {
        return admin.post("/api/v1/namespaces/" + namespace + "/serviceaccounts/default/token", "{'spec': {}}")
                .ok()
                .at("/status/token")
                .asText();
    }

    @Test
    void rulesAreListed() {
        allow();
        JsonNode rules = Cluster.get()
                .as(account)
                .post(REVIEWS + "selfsubjectrulesreviews", "{'spec': {'namespace': '%s'}}".formatted(namespace))
                .ok();
        assertThat(rules.at("/status/resourceRules").toString()).contains("pods/log");
    }
}
