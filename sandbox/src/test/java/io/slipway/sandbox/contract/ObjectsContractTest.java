package io.slipway.sandbox.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Create, read, update, delete, list. */
class ObjectsContractTest {

    private final ApiClient client = Cluster.get().client();
    private String maps;

    @BeforeEach
    void namespace() {
        maps = "/api/v1/namespaces/" + Cluster.get().namespace() + "/configmaps";
    }

    private JsonNode create(String name, String label) {
        return client.post(
                        maps,
                        "{'metadata': {'name': '%s', 'labels': {'l': '%s'}}, 'data': {'k': 'v'}}"
                                .formatted(name, label))
                .ok();
    }

    @Test
    void serverKeepsIdentityAndVersion() {
        JsonNode created = create("a", "x");
        assertThat(created.at("/metadata/uid").asText()).hasSize(36);
        assertThat(created.at("/metadata/creationTimestamp").asText()).endsWith("Z");
        assertThat(client.get(maps + "/a").ok()).isEqualTo(created);
        assertThat(client.post(maps, "{'metadata': {'name': 'a'}}").reason()).isEqualTo("AlreadyExists");
    }

    @Test
    void generatedNamesDiffer() {
        String first = client.post(maps, "{'metadata': {'generateName': 'g-'}}")
                .ok()
                .at("/metadata/name")
                .asText();
        String second = client.post(maps, "{'metadata': {'generateName': 'g-'}}")
                .ok()
                .at("/metadata/name")
                .asText();
        assertThat(first).matches("g-[a-z0-9]{5}").isNotEqualTo(second);
    }

    @Test
    void staleUpdatesAreRefused() {
        JsonNode old = create("a", "x");
        ObjectNode changed = old.deepCopy();
        changed.withObject("/data").put("k", "w");
        JsonNode updated = client.put(maps + "/a", changed).ok();
        assertThat(updated.at("/metadata/resourceVersion")).isNotEqualTo(old.at("/metadata/resourceVersion"));
        ApiClient.Answer late = client.put(maps + "/a", changed);
        assertThat(late.code()).isEqualTo(409);
        assertThat(late.message())
                .isEqualTo(
                        "Operation cannot be fulfilled on configmaps \"a\": the object has been modified; please apply "
                                + "your changes to the latest version and try again");
    }

    @Test
    void largeAnswersAreCompressedForWhoReadsThem() throws IOException {
        String text = "a line of many ".repeat(20_000);
        client.post(maps, "{'metadata': {'name': 'large'}, 'data': {'text': '%s'}}".formatted(text))
                .ok();
        create("small", "x");
        assertThat(client.encoded(maps + "/small").encoding()).isEmpty();
        ApiClient.Encoded large = client.encoded(maps + "/large");
        assertThat(large.encoding()).isEqualTo("gzip");
        try (InputStream plain = new GZIPInputStream(new ByteArrayInputStream(large.body()))) {
            assertThat(new String(plain.readAllBytes(), StandardCharsets.UTF_8)).contains("a line of many");
        }
    }

    @Test
    void dryRunStoresNothing() {
        assertThat(client.post(maps + "?dryRun=All", "{'metadata': {'name': 'a'}}")
                        .code())
                .isEqualTo(201);
        assertThat(client.get(maps + "/a").message()).isEqualTo("configmaps \"a\" not found");
    }

    @Test
    void selectorsSelect() {
        create("a", "x");
        create("b", "y");
        create("c", "z");
        assertThat(names("?labelSelector=l%3Dx")).containsExactly("a");
        assertThat(names("?labelSelector=l%20in%20(x,y)")).containsExactly("a", "b");
        assertThat(names("?labelSelector=l,l!%3Dx")).containsExactly("b", "c");
        assertThat(names("?fieldSelector=metadata.name%3Dc")).containsExactly("c");
        assertThat(client.get(maps + "?fieldSelector=data.k%3Dv").message())
                .isEqualTo("\"data.k\" is not a known field selector: only \"metadata.name\", \"metadata.namespace\"");
    }

    @Test
    void aListOfABuiltInKindNamesItOnce() {
        create("a", "x");
        JsonNode list = client.get(maps).ok();
        assertThat(list.path("kind").asText()).isEqualTo("ConfigMapList");
        assertThat(list.path("items"))
                .isNotEmpty()
                .allSatisfy(item ->
                        assertThat(item.has("kind") || item.has("apiVersion")).isFalse());
    }

    @Test
    void pagesCoverEverythingOnce() {
        for (String name : List.of("a", "b", "c", "d", "e")) {
            create(name, "page");
        }
        List<String> seen = new ArrayList<>();
        String next = "";
        do {
            JsonNode page =
                    client.get(maps + "?labelSelector=l%3Dpage&limit=2" + next).ok();
            page.path("items")
                    .forEach(item -> seen.add(item.at("/metadata/name").asText()));
            assertThat(page.path("items").size()).isLessThanOrEqualTo(2);
            String token = page.at("/metadata/continue").asText("");
            next = token.isEmpty() ? "" : "&continue=" + token;
        } while (!next.isEmpty());
        assertThat(seen).containsExactly("a", "b", "c", "d", "e");
    }

    /** A watch goes on from the version of a list, and so it tells of what has changed between two pages. */
    @Test
    void allPagesAreOfTheVersionOfTheFirst() {
        create("a", "page");
        create("b", "page");
        JsonNode first = client.get(maps + "?limit=1&labelSelector=l%3Dpage").ok();

        create("c", "between");

        JsonNode second = client.get(maps + "?limit=1&labelSelector=l%3Dpage&continue="
                        + first.at("/metadata/continue").asText())
                .ok();
        assertThat(second.at("/items/0/metadata/name").asText()).isEqualTo("b");
        assertThat(second.at("/metadata/resourceVersion")).isEqualTo(first.at("/metadata/resourceVersion"));
    }

    @Test
    void deletionHonoursPreconditions() {
        JsonNode created = create("a", "x");
        String wrong = "{'preconditions': {'uid': '00000000-0000-0000-0000-000000000000'}}";
        ApiClient.Answer other = client.delete(maps + "/a", wrong);
        assertThat(other.code()).isEqualTo(409);
        assertThat(other.message())
                .startsWith("Operation cannot be fulfilled on ConfigMap \"a\": the UID in the precondition "
                        + "(00000000-0000-0000-0000-000000000000) does not match the UID in record (");
        String right = "{'preconditions': {'uid': '%s'}}"
                .formatted(created.at("/metadata/uid").asText());
        assertThat(client.delete(maps + "/a", right).ok().path("status").asText())
                .isEqualTo("Success");
        assertThat(client.delete(maps + "/a", "").code()).isEqualTo(404);
    }

    @Test
    void collectionsAreDeletedBySelector() {
        create("a", "x");
        create("b", "y");
        client.delete(maps + "?labelSelector=l%3Dx", "").ok();
        assertThat(names("?labelSelector=l")).containsExactly("b");
    }

    @Test
    void generationFollowsTheSpecOnly() {
        String path = maps.replace("/api/v1", "/apis/apps/v1").replace("configmaps", "deployments");
        client.post(path, Samples.DEPLOYMENT).ok();
        client.patch(path + "/d", ApiClient.MERGE, "{'metadata': {'labels': {'x': 'y'}}}")
                .ok();
        assertThat(client.get(path + "/d").ok().at("/metadata/generation").asInt())
                .isEqualTo(1);
        JsonNode withStatus = client.patch(
                        path + "/d/status", ApiClient.MERGE, "{'status': {'replicas': 2}, 'spec': {'replicas': 9}}")
                .ok();
        assertThat(withStatus.at("/status/replicas").asInt()).isEqualTo(2);
        assertThat(withStatus.at("/spec/replicas").asInt()).isEqualTo(1);
        JsonNode scaled = client.patch(
                        path + "/d", ApiClient.MERGE, "{'spec': {'replicas': 2}, 'status': {'replicas': 9}}")
                .ok();
        assertThat(scaled.at("/metadata/generation").asInt()).isEqualTo(2);
        assertThat(scaled.at("/status/replicas").asInt()).isNotEqualTo(9);
        client.patch(path + "/d/scale", ApiClient.MERGE, "{'spec': {'replicas': 4}}")
                .ok();
        assertThat(client.get(path + "/d/scale").ok().at("/spec/replicas").asInt())
                .isEqualTo(4);
    }

    private List<String> names(String query) {
        List<String> names = new ArrayList<>();
        client.get(maps + query)
                .ok()
                .path("items")
                .forEach(item -> names.add(item.at("/metadata/name").asText()));
        return names;
    }
}
