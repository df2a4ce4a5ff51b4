package io.slipway.model.yaml;

import java.util.List;
import java.util.Optional;

/**
 * What a file holds.
 *
 * @param documents its documents; those before a mistake when there is one
 * @param problems its mistakes
 */
public record YamlFile(List<YamlNode> documents, List<YamlProblem> problems) {
    public YamlFile {
        documents = List.copyOf(documents);
        problems = List.copyOf(problems);
    }

    /** The first document. */
    public Optional<YamlNode> root() {
        return documents.stream().findFirst();
    }
}
