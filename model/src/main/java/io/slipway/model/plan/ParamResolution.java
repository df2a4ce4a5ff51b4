package io.slipway.model.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.slipway.model.check.ParamValues;
import io.slipway.model.check.Problem;
import io.slipway.model.check.ProblemCode;
import io.slipway.model.check.Suggestion;
import io.slipway.model.pipeline.ParamSpec;
import io.slipway.model.spec.Binder;
import io.slipway.model.yaml.Place;
import io.slipway.model.yaml.YamlMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds the value of every parameter. */
final class ParamResolution {
    private static final Place INPUT = Place.startOf(Problem.PARAMETERS);

    private final YamlMap root;
    private final PlanInput input;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, JsonNode> values = new TreeMap<>();
    private final Set<String> given = new TreeSet<>();

    ParamResolution(YamlMap root, PlanInput input) {
        this.root = root;
        this.input = input;
        Map<String, JsonNode> profile = profile();
        List<YamlMap.Entry> declared = root.map("params").map(YamlMap::entries).orElse(List.of());
        declared.forEach(entry -> resolve(entry, profile));
        List<String> names = declared.stream().map(YamlMap.Entry::key).toList();
        unknown(input.file(), names, "the parameter file sets");
        unknown(input.given(), names, "a value is given for");
    }

    Map<String, JsonNode> values() {
        return values;
    }

    /** Names of the parameters whose values come from the input itself. */
    Set<String> given() {
        return given;
    }

    List<Problem> problems() {
        return problems;
    }

    private Map<String, JsonNode> profile() {
        Map<String, JsonNode> set = new TreeMap<>();
        input.profile().ifPresent(name -> {
            List<String> known = root.map("profiles").map(YamlMap::entries).orElse(List.of()).stream()
                    .map(YamlMap.Entry::key)
                    .toList();
            if (!known.contains(name)) {
                problem(ProblemCode.UNKNOWN_PROFILE, "unknown profile '" + name + "'" + Suggestion.hint(name, known));
            }
            root.map("profiles")
                    .flatMap(profiles -> profiles.map(name))
                    .ifPresent(profile -> profile.entries()
                            .forEach(entry -> set.put(entry.key(), entry.value().json())));
        });
        return set;
    }

    private void resolve(YamlMap.Entry entry, Map<String, JsonNode> profile) {
        ParamSpec spec = Binder.read(ParamSpec.class, entry.value().json());
        String name = entry.key();
        Optional<JsonNode> fromEnv = spec.env().map(input.env()::get).map(ParamResolution::text);
        Optional<JsonNode> typedIn = Optional.ofNullable(input.given().get(name))
                .or(() -> fromEnv)
                .or(() -> Optional.ofNullable(input.file().get(name)));
        typedIn.ifPresent(value -> given.add(name));
        Optional<JsonNode> value =
                typedIn.or(() -> Optional.ofNullable(profile.get(name))).or(spec::defaultValue);
        if (value.isEmpty()) {
            problems.add(new Problem(
                    ProblemCode.MISSING_PARAMETER,
                    entry.place(),
                    "parameter '" + name + "' has no default and was not given: -p " + name + "=…"));
            return;
        }
        JsonNode typed = ParamValues.typed(spec, value.get());
        Optional<String> misfit = ParamValues.problem(spec, typed);
        if (misfit.isPresent()) {
            problem(ProblemCode.BAD_PARAMETER_VALUE, "'" + name + "' " + misfit.get());
        } else {
            values.put(name, ParamValues.normal(spec, typed));
        }
    }

    private void unknown(Map<String, JsonNode> given, List<String> names, String what) {
        given.keySet().stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> problem(
                        ProblemCode.UNKNOWN_PARAMETER,
                        what + " '" + name + "', which is not a parameter" + Suggestion.hint(name, names)));
    }

    private void problem(ProblemCode code, String message) {
        problems.add(new Problem(code, INPUT, message));
    }

    private static JsonNode text(String value) {
        return TextNode.valueOf(value);
    }
}
