package io.slipway.activities.cluster.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.slipway.activities.step.StepFailure;
import io.slipway.model.manifest.Manifests.ManifestFile;
import io.slipway.model.manifest.Manifests.ManifestProblem;
import io.slipway.model.yaml.YamlMap;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Reads one file with its variables filled in. */
final class ManifestReader {
    private ManifestReader() {}

    /**
     * The objects of a file, in order.
     *
     * @throws StepFailure when it cannot be read, with all problems
     */
    static List<Written> read(String file, String text, Substitution substitution) {
        ManifestFile read = io.slipway.model.manifest.Manifests.read(file, text.getBytes(UTF_8));
        if (!read.problems().isEmpty()) {
            throw StepFailure.permanent(
                    read.problems().stream().map(ManifestReader::line).collect(Collectors.joining("\n")),
                    "the manifest is not valid for Kubernetes",
                    "correct it");
        }
        List<Written> objects = new ArrayList<>();
        for (YamlMap map : read.objects()) {
            WrittenTree tree = new WrittenTree(substitution);
            objects.add(new Written(tree.of(map), new Place(file, map.place().line()), tree.quoted()));
        }
        return objects;
    }

    private static String line(ManifestProblem problem) {
        return problem.place() + ": " + problem.message();
    }

    static StepFailure bad(Place place, String problem) {
        return StepFailure.permanent(
                place + ": " + problem, "the manifest is not valid for Kubernetes", "correct it at " + place);
    }
}
