package io.slipway.sandbox.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.sandbox.contract.ApiClient.Answer;
import org.awaitility.Durations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Finalizers, owners, namespaces, CustomResourceDefinitions. */
class LifecycleContractTest {

    private final ApiClient client = Cluster.get().client();
    private String namespace;
    private String maps;

    @BeforeEach
    void namespace() {
        namespace = Cluster.get().namespace();
        maps = "/api/v1/namespaces/" + namespace + "/configmaps";
    }

    private JsonNode create(String name, String more) {
        return client.post(maps, "{'metadata': {'name': '%s'%s}}".formatted(name, more))
                .ok();
    }

    private JsonNode owned(String name, JsonNode owner, boolean blocks) {
        String reference =
                ", 'ownerReferences': [{'apiVersion': 'v1', 'kind': 'ConfigMap', 'name': '%s', 'uid': '%s', 'blockOwnerDeletion': %s}]"
                        .formatted(
                                owner.at("/metadata/name").asText(),
                                owner.at("/metadata/uid").asText(),
                                blocks);
        return create(name, reference);
    }

    private void gone(String path) {
        await().atMost(Durations.ONE_MINUTE)
                .untilAsserted(() -> assertThat(client.get(path).code()).isEqualTo(404));
    }

    @Test
    void finalizersHoldADeletedObject() {
        create("a", ", 'finalizers': ['example.com/hold']");
        JsonNode marked = client.delete(maps + "/a", "").ok();
        assertThat(marked.at("/metadata/deletionTimestamp").isTextual()).isTrue();
        assertThat(client.get(maps + "/a").code()).isEqualTo(200);
        client.patch(maps + "/a", ApiClient.MERGE, "{'metadata': {'finalizers': null}}")
                .ok();
        assertThat(client.get(maps + "/a").code()).isEqualTo(404);
    }

    @Test
    void whatLostItsOwnerGoes() {
        JsonNode owner = create("owner", "");
        JsonNode middle = owned("middle", owner, false);
        owned("leaf", middle, false);
        client.delete(maps + "/owner", "{'propagationPolicy': 'Background'}").ok();
        gone(maps + "/middle");
        gone(maps + "/leaf");
    }

    @Test
    void aBornOrphanGoes() {
        create(
                "late",
                ", 'ownerReferences': [{'apiVersion': 'v1', 'kind': 'ConfigMap', 'name': 'never', 'uid': 'no-such-uid'}]");
        gone(maps + "/late");
    }

    @Test
    void foregroundDeletionWaitsForWhatBlocksIt() {
        JsonNode owner = create("owner", "");
        owned("child", owner, true);
        client.patch(maps + "/child", ApiClient.MERGE, "{'metadata': {'finalizers': ['example.com/hold']}}")
                .ok();
        client.delete(maps + "/owner", "{'propagationPolicy': 'Foreground'}").ok();
        await().atMost(Durations.ONE_MINUTE)
                .untilAsserted(() -> assertThat(client.get(maps + "/child")
                                .ok()
                                .at("/metadata/deletionTimestamp")
                                .isTextual())
                        .isTrue());
        assertThat(client.get(maps + "/owner").ok().at("/metadata/finalizers/0").asText())
                .isEqualTo("foregroundDeletion");
        client.patch(maps + "/child", ApiClient.JSON_PATCH, "[{'op': 'remove', 'path': '/metadata/finalizers/0'}]")
                .ok();
        gone(maps + "/owner");
    }

    @Test
    void orphansStay() {
        JsonNode owner = create("owner", "");
        owned("child", owner, false);
        client.delete(maps + "/owner", "{'propagationPolicy': 'Orphan'}").ok();
        gone(maps + "/owner");
        assertThat(client.get(maps + "/child")
                        .ok()
                        .at("/metadata/ownerReferences")
                        .isMissingNode())
                .isTrue();
    }

    @Test
    void namespacesAreFurnishedAndEmptied() {
        String accounts = "/api/v1/namespaces/" + namespace + "/serviceaccounts/default";
        await().atMost(Durations.ONE_MINUTE)
                .untilAsserted(() -> assertThat(client.get(accounts).code()).isEqualTo(200));
        create("a", ", 'finalizers': ['example.com/hold']");
        client.delete("/api/v1/namespaces/" + namespace, "").ok();
        assertThat(client.get("/api/v1/namespaces/" + namespace)
                        .ok()
                        .at("/status/phase")
                        .asText())
                .isEqualTo("Terminating");
        ApiClient.Answer late = client.post(maps, "{'metadata': {'name': 'late'}}");
        assertThat(late.message())
                .isEqualTo(
                        "configmaps \"late\" is forbidden: unable to create new content in namespace %s because it is being terminated"
                                .formatted(namespace));
        await().atMost(Durations.ONE_MINUTE)
                .untilAsserted(() -> assertThat(client.get(maps + "/a")
                                .ok()
                                .at("/metadata/deletionTimestamp")
                                .isTextual())
                        .isTrue());
        client.patch(maps + "/a", ApiClient.MERGE, "{'metadata': {'finalizers': null}}")
                .ok();
        // A real one looks through every kind that is served, in one namespace after the other.
        await().atMost(Durations.FIVE_MINUTES)
                .untilAsserted(() -> assertThat(
                                client.get("/api/v1/namespaces/" + namespace).code())
                        .isEqualTo(404));
    }

    @Test
    void definitionsBecomeServedKinds() {
        String plural = "widgets" + namespace.substring(2);
        String crd = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
        client.post(crd, definition(plural)).ok();
        await().atMost(Durations.ONE_MINUTE)
                .untilAsserted(() -> assertThat(client.get(crd + "/" + plural + ".example.com")
                                .ok()
                                .at("/status/conditions")
                                .findValuesAsText("type"))
                        .contains("NamesAccepted", "Established"));
        await().atMost(Durations.ONE_MINUTE)
                .untilAsserted(() -> assertThat(client.get("/apis/example.com/v1")
                                .ok()
                                .path("resources")
                                .findValuesAsText("name"))
                        .contains(plural, plural + "/status", plural + "/scale"));
        String widgets = "/apis/example.com/v1/namespaces/" + namespace + "/" + plural;
        assertThat(client.post(widgets, widget("'mode': 'c'")).message())
                .contains(
                        "spec.size: Required value",
                        "spec.mode: Unsupported value: \"c\": supported values: \"a\", \"b\"");
        JsonNode made =
                client.post(widgets, widget("'size': 1}, 'status': {'size': 7")).ok();
        assertThat(made.at("/spec/mode").asText()).isEqualTo("a");
        assertThat(made.has("status")).isFalse();
        client.patch(widgets + "/w/scale", ApiClient.MERGE, "{'spec': {'replicas': 3}}")
                .ok();
        assertThat(client.get(widgets + "/w").ok().at("/spec/size").asInt()).isEqualTo(3);
        client.patch(widgets + "/w?fieldManager=one", ApiClient.APPLY, widget("'items': [{'id': 'x', 'v': '1'}]"))
                .ok();
        JsonNode both = client.patch(
                        widgets + "/w?fieldManager=two", ApiClient.APPLY, widget("'items': [{'id': 'y', 'v': '1'}]"))
                .ok();
        assertThat(both.at("/spec/items").findValuesAsText("id")).containsExactly("x", "y");
        client.delete(crd + "/" + plural + ".example.com", "").ok();
        gone(crd + "/" + plural + ".example.com");
        gone(widgets);
    }

    /** The decoder of custom resources asks for version and kind, that of built-in ones does not. */
    private static String widget(String spec) {
        return "{'apiVersion': 'example.com/v1', 'kind': 'Widget', 'metadata': {'name': 'w'}, 'spec': {%s}}"
                .formatted(spec);
    }

    private static String definition(String plural) {
        return """
            {'metadata': {'name': '%1$s.example.com'}, 'spec': {'group': 'example.com', 'scope': 'Namespaced',
             'names': {'plural': '%1$s', 'kind': 'Widget', 'shortNames': ['wd']},
             'versions': [{'name': 'v1', 'served': true, 'storage': true,
              'subresources': {'status': {}, 'scale': {'specReplicasPath': '.spec.size', 'statusReplicasPath': '.status.size'}},
              'schema': {'openAPIV3Schema': {'type': 'object', 'properties': {'spec': {'type': 'object', 'required': ['size'],
               'properties': {'size': {'type': 'integer'}, 'mode': {'type': 'string', 'enum': ['a', 'b'], 'default': 'a'},
                'items': {'type': 'array', 'x-kubernetes-list-type': 'map', 'x-kubernetes-list-map-keys': ['id'],
                 'items': {'type': 'object', 'required': ['id'], 'properties': {'id': {'type': 'string'}, 'v': {'type': 'string'}}}}}},
               'status': {'type': 'object', 'x-kubernetes-preserve-unknown-fields': true}}}}}]}}""".formatted(plural);
    }

    /** What was made after it and lost its owner has gone: so it was looked at, too. */
    @Test
    void anOwnerOfAKindThatIsNotServedMayBeThere() {
        String owner =
                ", 'ownerReferences': [{'apiVersion': '%s', 'kind': '%s', 'name': 'o', 'uid': '6b4b7c2e-0000-4000-8000-000000000000'}]";
        create("unknown", owner.formatted("example.com/v1", "Nothing"));
        create("lost", owner.formatted("v1", "ConfigMap"));
        gone(maps + "/lost");
        assertThat(client.get(maps + "/unknown").code()).isEqualTo(200);
    }

    @Test
    void nobodyNewHoldsWhatIsOnItsWayOut() {
        create("a", ", 'finalizers': ['example.com/hold']");
        client.delete(maps + "/a", "").ok();
        Answer answer = client.patch(
                maps + "/a", ApiClient.MERGE, "{'metadata': {'finalizers': ['example.com/hold', 'example.com/late']}}");
        assertThat(answer.code()).isEqualTo(422);
        assertThat(answer.message())
                .endsWith("no new finalizers can be added if the object is being deleted, found new finalizers "
                        + "[]string{\"example.com/late\"}");
        client.patch(maps + "/a", ApiClient.MERGE, "{'metadata': {'finalizers': null}}")
                .ok();
    }

    @Test
    void anEvictionForShowLeavesThePod() {
        String pods = "/api/v1/namespaces/" + namespace + "/pods";
        client.post(pods, Samples.POD).ok();
        String eviction =
                "{'apiVersion':'policy/v1','kind':'Eviction','metadata':{'name':'p'},'deleteOptions':{'dryRun':['All']}}";
        client.post(pods + "/p/eviction", eviction).ok();
        client.get(pods + "/p").ok();
    }
}
