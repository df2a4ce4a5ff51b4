package io.slipway.sandbox.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.sandbox.contract.ApiClient.Answer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.awaitility.Durations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** JSON patch, merge patch, strategic merge patch. */
class PatchContractTest {

    private final ApiClient client = Cluster.get().client();
    private String path;

    @BeforeEach
    void deployment() {
        String all = "/apis/apps/v1/namespaces/" + Cluster.get().namespace() + "/deployments";
        client.post(all, Samples.DEPLOYMENT).ok();
        path = all + "/d";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'spec':{'template':{'spec':{'containers':[{'name':'b','image':'j:1'}]}}}} | /spec/template/spec/containers | b,a",
                "{'spec':{'template':{'spec':{'containers':[{'name':'a','$patch':'delete'},{'name':'b','image':'j:1'}]}}}} | /spec/template/spec/containers | b",
                "{'spec':{'template':{'spec':{'$setElementOrder/containers':[{'name':'b'},{'name':'a'}],'containers':[{'name':'b','image':'j:1'}]}}}} | /spec/template/spec/containers | b,a",
                "{'spec':{'template':{'spec':{'containers':[{'$patch':'replace'},{'name':'c','image':'k:1'}]}}}} | /spec/template/spec/containers | c",
                "{'spec':{'template':{'spec':{'volumes':[{'name':'v','emptyDir':{}}]}}}} | /spec/template/spec/volumes | v",
            })
    void strategicMergeKnowsLists(String patch, String pointer, String names) {
        JsonNode patched = client.patch(path, ApiClient.STRATEGIC, patch).ok();
        assertThat(patched.at(pointer).findValuesAsText("name")).containsExactly(names.split(",", -1));
    }

    @Test
    void strategicMergeReplacesOneSourceByAnother() {
        client.patch(path, ApiClient.STRATEGIC, "{'spec':{'strategy':{'$retainKeys':['type'],'type':'Recreate'}}}")
                .ok();
        assertThat(client.get(path).ok().at("/spec/strategy")).isEqualTo(ApiClient.json("{'type':'Recreate'}"));
    }

    @Test
    void mergePatchReplacesLists() {
        String patch = "{'spec':{'template':{'spec':{'containers':[{'name':'b','image':'j:1'}]}}}}";
        JsonNode patched = client.patch(path, ApiClient.MERGE, patch).ok();
        assertThat(patched.at("/spec/template/spec/containers").findValuesAsText("name"))
                .containsExactly("b");
    }

    @Test
    void mergePatchRemovesByNull() {
        client.patch(path, ApiClient.MERGE, "{'metadata':{'labels':{'x':'1','y':'1'}}}")
                .ok();
        JsonNode patched = client.patch(path, ApiClient.MERGE, "{'metadata':{'labels':{'x':null}}}")
                .ok();
        assertThat(patched.at("/metadata/labels")).isEqualTo(ApiClient.json("{'y':'1'}"));
    }

    @Test
    void jsonPatchTestsAndReplaces() {
        String right =
                "[{'op':'test','path':'/spec/replicas','value':1},{'op':'replace','path':'/spec/replicas','value':2}]";
        assertThat(client.patch(path, ApiClient.JSON_PATCH, right)
                        .ok()
                        .at("/spec/replicas")
                        .asInt())
                .isEqualTo(2);
        assertThat(client.patch(path, ApiClient.JSON_PATCH, right).code()).isEqualTo(422);
    }

    @Test
    void aJsonPatchCopiesSoMuchAndNoMore() {
        String map = "{'metadata': {'name': 'copied'}, 'data': {'k': '%s'}}".formatted("x".repeat(200_000));
        String maps = path.replaceAll("/apis/apps/v1(.*)/deployments/.*", "/api/v1$1/configmaps");
        client.post(maps, map).ok();
        String copies = IntStream.range(0, 20)
                .mapToObj(number -> "{'op':'copy','from':'/data/k','path':'/data/k" + number + "'}")
                .collect(Collectors.joining(",", "[", "]"));
        Answer large = client.patch(maps + "/copied", ApiClient.JSON_PATCH, copies);
        assertThat(large.code()).isEqualTo(422);
        assertThat(large.message()).isEqualTo("the server rejected our request due to an error in our request");
        String many = IntStream.rangeClosed(0, 10_000)
                .mapToObj(number -> "{'op':'test','path':'/kind','value':'ConfigMap'}")
                .collect(Collectors.joining(",", "[", "]"));
        assertThat(client.patch(maps + "/copied", ApiClient.JSON_PATCH, many).code())
                .isEqualTo(413);
    }

    /** Its controller writes the object too, so the version may be old before the patch arrives. */
    @Test
    void aJsonPatchMayBeBoundToAVersion() {
        String sent = Awaitility.await()
                .atMost(Durations.ONE_MINUTE)
                .until(
                        this::boundToNow,
                        patch -> client.patch(path, ApiClient.JSON_PATCH, patch).code() == 200);
        assertThat(client.patch(path, ApiClient.JSON_PATCH, sent).code()).isEqualTo(422);
    }

    private String boundToNow() {
        String version = client.get(path).ok().at("/metadata/resourceVersion").asText();
        return "[{'op':'test','path':'/metadata/resourceVersion','value':'" + version
                + "'},{'op':'add','path':'/spec/template/spec/containers/-','value':{'name':'b','image':'j:1'}}]";
    }

    @Test
    void anUnknownKindOfPatchIsRefused() {
        assertThat(client.patch(path, "application/json", "{}").code()).isEqualTo(415);
    }
}
