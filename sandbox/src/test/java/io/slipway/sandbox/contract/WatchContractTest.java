package io.slipway.sandbox.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Watching: where it begins, what it shows, when it ends. */
@Timeout(120)
class WatchContractTest {

    private final ApiClient client = Cluster.get().client();
    private String maps;

    @BeforeEach
    void namespace() {
        maps = "/api/v1/namespaces/" + Cluster.get().namespace() + "/configmaps";
    }

    @Test
    void resumesBehindAVersion() {
        JsonNode first = client.post(maps, "{'metadata': {'name': 'a'}}").ok();
        client.post(maps, "{'metadata': {'name': 'b'}}").ok();
        client.patch(maps + "/b", ApiClient.MERGE, "{'data': {'k': 'v'}}").ok();
        client.delete(maps + "/b", "").ok();
        String from = first.at("/metadata/resourceVersion").asText();
        assertThat(events("?watch=true&fieldSelector=metadata.name%3Db&resourceVersion=" + from, 3))
                .containsExactly("ADDED b", "MODIFIED b", "DELETED b");
    }

    @Test
    void showsWhatIsThereFirst() {
        client.post(maps, "{'metadata': {'name': 'a', 'labels': {'l': 'x'}}}").ok();
        assertThat(events("?watch=true&labelSelector=l%3Dx", 1)).containsExactly("ADDED a");
    }

    @Test
    void selectedObjectsComeAndGo() {
        client.post(maps, "{'metadata': {'name': 'a', 'labels': {'l': 'x'}}}").ok();
        String from = client.get(maps).ok().at("/metadata/resourceVersion").asText();
        client.patch(maps + "/a", ApiClient.MERGE, "{'metadata': {'labels': {'l': 'y'}}}")
                .ok();
        client.patch(maps + "/a", ApiClient.MERGE, "{'metadata': {'labels': {'l': 'x'}}}")
                .ok();
        assertThat(events("?watch=true&labelSelector=l%3Dx&resourceVersion=" + from, 2))
                .containsExactly("DELETED a", "ADDED a");
    }

    @Test
    void endsWhenTheTimeIsUp() {
        try (Stream<JsonNode> events = client.watch(maps + "?watch=true&timeoutSeconds=1&labelSelector=none")) {
            assertThat(events.count()).isZero();
        }
    }

    @Test
    void bookmarksEndTheInitialEvents() {
        client.post(maps, "{'metadata': {'name': 'a', 'labels': {'l': 'x'}}}").ok();
        String query = "?watch=true&labelSelector=l%3Dx&sendInitialEvents=true&resourceVersionMatch=NotOlderThan"
                + "&allowWatchBookmarks=true";
        try (Stream<JsonNode> events = client.watch(maps + query)) {
            List<JsonNode> two = events.limit(2).toList();
            assertThat(two.get(0).path("type").asText()).isEqualTo("ADDED");
            assertThat(two.get(1).path("type").asText()).isEqualTo("BOOKMARK");
            assertThat(two.get(1)
                            .at("/object/metadata/annotations")
                            .path("k8s.io/initial-events-end")
                            .asText())
                    .isEqualTo("true");
        }
    }

    private List<String> events(String query, int count) {
        try (Stream<JsonNode> events = client.watch(maps + query)) {
            return events.limit(count)
                    .map(event -> event.path("type").asText() + " "
                            + event.at("/object/metadata/name").asText())
                    .toList();
        }
    }
}
