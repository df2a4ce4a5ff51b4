package io.slipway.model.manifest;

import io.slipway.model.yaml.Dialect;
import io.slipway.model.yaml.Place;
import io.slipway.model.yaml.YamlFile;
import io.slipway.model.yaml.YamlMap;
import io.slipway.model.yaml.YamlNode;
import io.slipway.model.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;

/** Reads manifest files. */
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

    private static void add(YamlNode document, List<YamlMap> objects, List<ManifestProblem> problems) {
        if (document instanceof YamlMap map) {
            boolean isList = map.scalar("kind")
                    .filter(kind -> kind.text().equals("List"))
                    .isPresent();
            if (isList) {
                map.list("items").forEach(item -> add(item, objects, problems));
            } else {
                objects.add(map);
            }
        } else if (!document.json().isNull()) {
            problems.add(new ManifestProblem(
                    document.place(), "a Kubernetes object must be a map, not " + document.describe()));
        }
    }
}
