package io.slipway.model.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.model.yaml.Dialect;
import io.slipway.model.yaml.Place;
import io.slipway.model.yaml.YamlFile;
import io.slipway.model.yaml.YamlMap;
import io.slipway.model.yaml.YamlNode;
import io.slipway.model.yaml.YamlReader;
import io.slipway.model.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads and fills in manifest files. In a manifest a quoted expression stays a text: {@code "${{ params.port }}"} is
 * {@code "8081"}, and without quotes 8081.
 */
public final class Manifests {
    private Manifests() {}

    /**
     * What a manifest file holds.
     *
     * @param objects its objects; those of a {@code kind: List} one by one, empty documents left out
     * @param problems why the file, or a document, cannot be used
     */
    public record ManifestFile(List<YamlMap> objects, List<ManifestProblem> problems) {
        public ManifestFile {
            objects = List.copyOf(objects);
            problems = List.copyOf(problems);
        }
    }

    /**
     * A mistake in a manifest.
     *
     * @param place where
     * @param message cause and what to do
     */
    public record ManifestProblem(Place place, String message) {}

    /** Reads a file as kubectl does; whatever the bytes, it answers with objects or problems. */
    public static ManifestFile read(String file, byte[] bytes) {
        YamlFile yaml = YamlReader.readAll(file, bytes, Dialect.KUBECTL);
        List<ManifestProblem> problems = new ArrayList<>();
        yaml.problems().forEach(problem -> problems.add(new ManifestProblem(problem.place(), problem.message())));
        List<YamlMap> objects = new ArrayList<>();
        yaml.documents().forEach(document -> add(document, objects, problems));
        return new ManifestFile(objects, problems);
    }

    /**
     * Reads a file and fills in its expressions and substitutions.
     *
     * @param file path of the file, for messages
     * @param content its text
     * @param scope what expressions may read: JSON trees or plain values by name; {@code secrets} (name → source) makes
     *     references to secrets with dashes found
     * @param substitute names that {@code ${NAME}} stands for, taken from {@code params} of the scope
     * @return the objects; references to secrets are markers
     * @throws ManifestException when the file cannot be used, with file, line and column
     */
    public static List<ObjectNode> render(
            String file, String content, Map<String, ?> scope, List<String> substitute) {
        ManifestFile manifest = read(file, content.getBytes(UTF_8));
        manifest.problems().stream().findFirst().ifPresent(problem -> {
            throw new ManifestException(problem.place(), problem.message());
        });
        Renderer renderer = new Renderer(scope, Substitution.of(substitute, scope, Place.startOf(file)));
        List<ObjectNode> objects = new ArrayList<>();
        for (YamlMap object : manifest.objects()) {
            JsonNode rendered = renderer.render(object);
            objects.add((ObjectNode) rendered);
        }
        return objects;
    }

    private static void add(YamlNode document, List<YamlMap> objects, List<ManifestProblem> problems) {
        switch (document) {
            case YamlMap map -> {
                boolean isList = map.scalar("kind").filter(kind -> kind.text().equals("List")).isPresent();
                if (isList) {
                    map.list("items").forEach(item -> add(item, objects, problems));
                } else {
                    objects.add(map);
                }
            }
            case YamlScalar scalar -> {
                if (!scalar.json().isNull()) {
                    problems.add(notAnObject(document));
                }
            }
            default -> problems.add(notAnObject(document));
        }
    }

    private static ManifestProblem notAnObject(YamlNode document) {
        return new ManifestProblem(
                document.place(), "a Kubernetes object is a map, and this is " + document.describe());
    }
}
