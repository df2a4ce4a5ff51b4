package io.slipway.model.check;

import static java.util.stream.Collectors.groupingBy;

import io.slipway.model.yaml.Place;
import io.slipway.model.yaml.YamlMap;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the rules know, and where they put what they find. */
final class CheckContext {
    private final PipelineFolder folder;
    private final Outline outline;
    private final StepGraph graph;
    private final Map<Class<?>, List<Site>> sites;
    private final IdentityHashMap<YamlMap, StepView> steps;
    private final Problems problems;
    private final FileIndex files;
    private final StepOutputs outputs;
    private final Set<String> usedParams = new TreeSet<>();
    private final Set<String> usedSecrets = new TreeSet<>();
    private final Map<String, Set<String>> uses = new TreeMap<>();
    private final Map<String, Set<String>> reads = new TreeMap<>();

    CheckContext(PipelineFolder folder, Outline outline, List<Site> sites, Problems problems) {
        this.folder = folder;
        this.outline = outline;
        this.graph = new StepGraph(outline);
        this.sites = sites.stream().collect(groupingBy(Site::getClass));
        this.steps = new IdentityHashMap<>();
        outline.steps().forEach(step -> steps.put(step.node(), step));
        this.problems = problems;
        this.files = new FileIndex(folder);
        this.outputs = new StepOutputs(folder);
    }

    private CheckContext(CheckContext known) {
        this.folder = known.folder;
        this.outline = known.outline;
        this.graph = new StepGraph(outline);
        this.sites = known.sites;
        this.steps = known.steps;
        this.problems = new Problems();
        this.files = new FileIndex(folder);
        this.outputs = new StepOutputs(folder);
    }

    /** One that knows the same and has found nothing: for rules on another thread. */
    CheckContext beside() {
        return new CheckContext(this);
    }

    /** Takes over what was found in the other. */
    void add(CheckContext other) {
        problems.add(other.problems);
        usedParams.addAll(other.usedParams);
        usedSecrets.addAll(other.usedSecrets);
        other.uses.forEach((step, names) ->
                uses.computeIfAbsent(step, key -> new TreeSet<>()).addAll(names));
        other.reads.forEach((step, names) ->
                reads.computeIfAbsent(step, key -> new TreeSet<>()).addAll(names));
    }

    PipelineFolder folder() {
        return folder;
    }

    Outline outline() {
        return outline;
    }

    StepGraph graph() {
        return graph;
    }

    FileIndex files() {
        return files;
    }

    StepOutputs outputs() {
        return outputs;
    }

    Problems problems() {
        return problems;
    }

    <S extends Site> List<S> sites(Class<S> type) {
        return sites.getOrDefault(type, List.of()).stream().map(type::cast).toList();
    }

    void problem(ProblemCode code, Place place, String message) {
        problems.add(code, place, message);
    }

    Set<String> usedParams() {
        return usedParams;
    }

    Set<String> usedSecrets() {
        return usedSecrets;
    }

    /** Names of the steps whose outputs or status each step reads. */
    Map<String, Set<String>> uses() {
        return uses;
    }

    /** Names of the parameters that each step reads. */
    Map<String, Set<String>> reads() {
        return reads;
    }

    /** Notes that a place reads parameters: they are used, and the step there depends on their values. */
    void reads(Where where, Collection<String> names) {
        usedParams.addAll(names);
        step(where)
                .ifPresent(step -> reads.computeIfAbsent(step.name(), key -> new TreeSet<>())
                        .addAll(names));
    }

    /** A block of the file by its key: params, secrets, profiles; empty when it is not there or no map. */
    YamlMap section(String key) {
        return outline.root()
                .map(key)
                .orElseGet(() -> new YamlMap(outline.root().place(), List.of()));
    }

    /** The step a place belongs to. */
    Optional<StepView> step(Where where) {
        return Optional.ofNullable(where.step()).map(steps::get);
    }
}
