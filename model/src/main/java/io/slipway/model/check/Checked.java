package io.slipway.model.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.slipway.model.yaml.YamlMap;
import io.slipway.model.yaml.YamlScalar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the checker found.
 *
 * @param folder the pipeline's folder
 * @param root the pipeline file with places; empty when it could not be read
 * @param problems every mistake, sorted by place
 * @param uses step → the steps whose outputs or status its expressions and manifests read
 * @param reads step → the parameters that its expressions and manifests read
 * @param guide the index of the written guide
 * @param carriers reference to the guide → the steps and checks ({@code step: check}) that carry it
 */
public record Checked(
        PipelineFolder folder,
        Optional<YamlMap> root,
        List<Problem> problems,
        Map<String, Set<String>> uses,
        Map<String, Set<String>> reads,
        Optional<GuideIndex> guide,
        Map<String, List<String>> carriers) {
    public Checked {
        problems = List.copyOf(problems);
        uses = Map.copyOf(uses);
        reads = Map.copyOf(reads);
        carriers = Map.copyOf(carriers);
    }

    /** Whether the pipeline can run: warnings do not count. */
    public boolean ok() {
        return root.isPresent() && errors().isEmpty();
    }

    /** The problems that keep the pipeline from running. */
    public List<Problem> errors() {
        return problems.stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .toList();
    }

    /** The problems that do not. */
    public List<Problem> warnings() {
        return problems.stream()
                .filter(problem -> problem.severity() == Severity.WARNING)
                .toList();
    }

    /** The pipeline's name as it is written, or its folder's. */
    public String name() {
        return root.flatMap(map -> map.scalar("pipeline")).map(YamlScalar::text).orElseGet(folder::name);
    }

    /** The pipelines that its steps start, as they are written. */
    public List<String> children() {
        return root.map(ChildRule::children).orElse(List.of());
    }

    /** The pipeline's {@code params} block as JSON, for command lines that list them; empty when there is none. */
    public JsonNode params() {
        return root.flatMap(map -> map.map("params"))
                .map(YamlMap::json)
                .orElseGet(JsonNodeFactory.instance::objectNode);
    }
}
