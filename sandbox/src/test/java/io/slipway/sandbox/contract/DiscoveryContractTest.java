package io.slipway.sandbox.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.sandbox.contract.ApiClient.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/**
 * What discovery says of each row of the sandbox's table of kinds, and of its subresources, is what a real API server said:
 * {@code discovery.tsv}, written with a real one at hand and {@code -Dgolden.update=true}.
 */
class DiscoveryContractTest {

    private static final Kept KEPT = new Kept("src/test/resources/io/slipway/sandbox/contract/discovery.tsv");

    private final ApiClient client = Cluster.get().client();

    @Test
    void kubernetesOwnKinds() {
        List<String> said = KindRow.ofKubernetes().stream()
                .flatMap(row -> said(row).stream())
                .toList();
        KEPT.holds("# resource TAB namespaced TAB kind TAB singular TAB short names TAB categories TAB verbs", said);
    }

    /** The test bed's stand-ins have no short names and fewer subresources; what objects and requests need is compared. */
    @Test
    void theOtherKindsAreAsTheServerAtHandServesThem() {
        List<KindRow> others = new ArrayList<>(KindRow.all());
        others.removeAll(KindRow.ofKubernetes());
        List<String> absent = new ArrayList<>();
        for (KindRow row : others) {
            JsonNode found = resources(row).stream()
                    .filter(one -> one.path("name").asText().equals(row.plural()))
                    .findFirst()
                    .orElse(null);
            if (found == null) {
                absent.add(row.plural() + "." + row.group());
                continue;
            }
            assertThat(found.path("kind").asText()).as(row.plural()).isEqualTo(row.kind());
        }
        if (!absent.isEmpty()) {
            System.out.println("not compared, as the API server does not serve them: " + String.join(", ", absent));
        }
    }

    private List<String> said(KindRow row) {
        List<String> lines = resources(row).stream()
                .filter(one -> (one.path("name").asText() + "/").startsWith(row.plural() + "/"))
                .map(one -> line(row, one))
                .sorted()
                .toList();
        assertThat(lines).as(row.plural() + " at " + row.document()).isNotEmpty();
        return lines;
    }

    private List<JsonNode> resources(KindRow row) {
        Answer answer = client.get(row.document());
        return StreamSupport.stream(answer.body().path("resources").spliterator(), false)
                .toList();
    }

    private static String line(KindRow row, JsonNode one) {
        String group = one.path("group").asText();
        String answers = group.isEmpty()
                ? ""
                : " of " + group + "/" + one.path("version").asText();
        return String.join(
                "\t",
                row.document() + "/" + one.path("name").asText(),
                one.path("namespaced").asText(),
                one.path("kind").asText() + answers,
                one.path("singularName").asText(),
                words(one.path("shortNames")),
                words(one.path("categories")),
                words(one.path("verbs")));
    }

    private static String words(JsonNode list) {
        TreeSet<String> words = new TreeSet<>();
        list.forEach(word -> words.add(word.asText()));
        return words.stream().collect(Collectors.joining(","));
    }
}
