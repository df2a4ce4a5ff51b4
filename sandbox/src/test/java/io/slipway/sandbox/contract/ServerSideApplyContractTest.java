package io.slipway.sandbox.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.slipway.sandbox.contract.ApiClient.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Server-side apply, as tables: each file of {@code contract/apply} is a story of steps on one object. A step applies,
 * updates, patches or gets; then it says what must be there: the code, the message, fields, and what managers own.
 */
class ServerSideApplyContractTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TestFactory
    Stream<DynamicTest> stories() throws IOException, URISyntaxException {
        Path folder =
                Path.of(ServerSideApplyContractTest.class.getResource("apply").toURI());
        List<Path> files;
        try (Stream<Path> list = Files.list(folder)) {
            files = list.sorted(Comparator.comparing(Path::toString)).toList();
        }
        assertThat(files).hasSizeGreaterThan(9);
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> tell(read(file))));
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(Files.readString(file));
        } catch (IOException wrong) {
            throw new UncheckedIOException(file.toString(), wrong);
        }
    }

    private static void tell(JsonNode story) {
        String namespace = Cluster.get().namespace();
        String collection = story.path("path").asText().replace("NAMESPACE", namespace);
        String version = "";
        int number = 0;
        for (JsonNode step : story.path("steps")) {
            String at = "step " + ++number + ": " + step.path("why").asText();
            Answer answer = send(collection, step);
            JsonNode expect = step.path("expect");
            assertThat(answer.code())
                    .as(at + " " + answer.body())
                    .isEqualTo(expect.path("code").asInt(200));
            check(at, answer.body(), expect);
            if (expect.path("unchanged").asBoolean()) {
                assertThat(version(answer.body())).as(at).isEqualTo(version);
            }
            version = version(answer.body());
        }
    }

    /** A real cluster's controllers write the status meanwhile: what has a generation is told by that. */
    private static String version(JsonNode object) {
        JsonNode generation = object.at("/metadata/generation");
        return (generation.isMissingNode() ? object.at("/metadata/resourceVersion") : generation).asText();
    }

    private static Answer send(String collection, JsonNode step) {
        ApiClient client = Cluster.get().client();
        String manager = "fieldManager=" + step.path("manager").asText("me");
        JsonNode object = step.path("object");
        String name = collection + "/" + object.at("/metadata/name").asText();
        return switch (step.path("do").asText()) {
            case "apply" -> {
                String force = step.path("force").asBoolean() ? "&force=true" : "";
                yield client.patch(name + "?" + manager + force, ApiClient.APPLY, object.toString());
            }
            case "create" -> client.post(collection + "?" + manager, object.toString());
            case "merge" -> client.patch(name + "?" + manager, ApiClient.MERGE, object.toString());
            case "get" -> client.get(name);
            default -> throw new IllegalArgumentException("unknown step " + step);
        };
    }

    private static void check(String at, JsonNode body, JsonNode expect) {
        if (expect.has("message")) {
            assertThat(body.path("message").asText())
                    .as(at)
                    .isEqualTo(expect.path("message").asText());
        }
        expect.path("fields")
                .properties()
                .forEach(field -> assertThat(body.at(field.getKey()))
                        .as(at + " " + field.getKey())
                        .isEqualTo(field.getValue()));
        expect.path("absent")
                .forEach(pointer -> assertThat(body.at(pointer.asText()).isMissingNode())
                        .as(at + " " + pointer + " must be gone from " + body)
                        .isTrue());
        expect.path("owns")
                .properties()
                .forEach(entry -> assertThat(owned(body, entry.getKey()))
                        .as(at + " what " + entry.getKey() + " owns")
                        .isEqualTo(entry.getValue()));
    }

    /** The fields of a manager, named {@code operation:name}; missing when it owns nothing. */
    private static JsonNode owned(JsonNode object, String who) {
        for (JsonNode entry : object.at("/metadata/managedFields")) {
            String name = entry.path("operation").asText() + ":"
                    + entry.path("manager").asText();
            if (name.equals(who)) {
                return entry.path("fieldsV1");
            }
        }
        return JSON.nullNode();
    }
}
