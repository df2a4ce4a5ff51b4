package io.slipway.activities.cluster.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.slipway.activities.cluster.readiness.document.KubernetesDocuments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What must hold for every golden case, changed in some way. */
class ReadinessMutationTest {

    private static final Set<String> SUMMARY = Set.of("Ready", "Available", "Healthy", "Succeeded", "Synced");
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<JsonNode> ODD = List.of(
            NullNode.instance,
            TextNode.valueOf("x"),
            TextNode.valueOf("99999999999999999999"),
            IntNode.valueOf(-3),
            BooleanNode.TRUE,
            NODES.arrayNode(),
            NODES.objectNode());

    @Test
    void aReadyObjectThatIsDeletedIsNotReady() throws IOException {
        for (JsonNode object : ready()) {
            ((ObjectNode) object.path("metadata")).put("deletionTimestamp", "2030-01-01T00:00:00Z");
            assertThat(ReadinessRules.standard().of(object).isReady())
                    .as(object.toString())
                    .isFalse();
        }
    }

    @Test
    void aReadyObjectWhoseSummaryTurnsIsNotReady() throws IOException {
        int turned = 0;
        for (JsonNode object : ready()) {
            for (String status : List.of("False", "Unknown")) {
                JsonNode copy = object.deepCopy();
                if (turn(copy, status)) {
                    turned++;
                    assertThat(ReadinessRules.standard().of(copy).isReady())
                            .as(copy.toString())
                            .isFalse();
                }
            }
        }
        assertThat(turned).isGreaterThan(60);
    }

    @Test
    void aReadyObjectWithAStatusOfAnOlderSpecIsNotReady() throws IOException {
        for (JsonNode object : ready()) {
            if (object.path("status").path("observedGeneration").isInt()) {
                ((ObjectNode) object.path("metadata")).put("generation", 1_000_000);
                assertThat(ReadinessRules.standard().of(object).isReady())
                        .as(object.toString())
                        .isFalse();
            }
        }
    }

    @Test
    void noShapeOfAnObjectMakesARuleThrow() throws IOException {
        Random random = new Random(20260101);
        for (JsonNode object : objects()) {
            for (int i = 0; i < 20; i++) {
                JsonNode copy = object.deepCopy();
                change(copy, random);
                assertThat(ReadinessRules.standard().of(copy).reason())
                        .as(copy.toString())
                        .isNotBlank();
            }
        }
    }

    private static boolean turn(JsonNode object, String status) {
        // Deployments of old revisions and kinds of steps keep more than one: all of them turn.
        boolean any = false;
        for (JsonNode condition : object.path("status").path("conditions")) {
            if (SUMMARY.contains(condition.path("type").asText())
                    && condition.path("status").asText().equals("True")) {
                ((ObjectNode) condition).put("status", status).remove("reason");
                any = true;
            }
        }
        return any;
    }

    private static void change(JsonNode object, Random random) {
        List<JsonNode> containers = new ArrayList<>();
        collect(object, containers);
        JsonNode chosen = containers.get(random.nextInt(containers.size()));
        JsonNode odd = ODD.get(random.nextInt(ODD.size()));
        if (chosen instanceof ObjectNode map && !map.isEmpty()) {
            List<String> names = new ArrayList<>();
            map.fieldNames().forEachRemaining(names::add);
            map.set(names.get(random.nextInt(names.size())), odd);
        } else if (chosen instanceof ArrayNode list && !list.isEmpty()) {
            list.set(random.nextInt(list.size()), odd);
        }
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }

    private static List<JsonNode> ready() throws IOException {
        return objects().stream()
                .filter(object -> ReadinessRules.standard().of(object).isReady())
                .toList();
    }

    private static List<JsonNode> objects() throws IOException {
        List<JsonNode> objects = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(Path.of("src/test/resources/readiness"))) {
            for (Path file : walk.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                objects.addAll(KubernetesDocuments.read(file.toString(), Files.readString(file)));
            }
        }
        return objects;
    }
}
