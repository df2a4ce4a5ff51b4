package io.slipway.model.check;

import io.slipway.model.yaml.YamlMap;
import io.slipway.model.yaml.YamlScalar;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which step deploys which object. */
final class ObjectClaims {
    private final CheckContext context;
    private final Map<String, Claim> claims = new HashMap<>();

    private record Claim(StepView step, YamlMap object) {}

    ObjectClaims(CheckContext context) {
        this.context = context;
    }

    void add(Where where, YamlMap object) {
        Optional<StepView> step = context.step(where);
        String key = key(object);
        if (step.isEmpty() || key.isEmpty() || where.key().equals("undo")) {
            return;
        }
        Claim first = claims.putIfAbsent(key, new Claim(step.get(), object));
        if (first != null && (!first.object().equals(object) || !first.step().equals(step.get()))) {
            report(first, step.get(), object, key);
        }
    }

    private void report(Claim first, StepView step, YamlMap object, String key) {
        if (!first.step().equals(step) && !first.step().when().equals(step.when())) {
            // Two steps with different conditions may be alternatives.
            return;
        }
        context.problem(
                ProblemCode.OBJECT_TWICE,
                first.step().equals(step) ? object.place() : step.place(),
                first.step().equals(step)
                        ? key + " appears twice in step '" + step.name() + "'; first at "
                                + first.object().place()
                        : key + " is deployed by '" + step.name() + "' and by '"
                                + first.step().name() + "': an object belongs to one step");
    }

    /** Kind, namespace and name, without the version of the API. */
    private static String key(YamlMap object) {
        Optional<YamlMap> metadata = object.map("metadata");
        String name = text(metadata, "name");
        String api = text(Optional.of(object), "apiVersion");
        String kind = text(Optional.of(object), "kind");
        if (name.isEmpty() || kind.isEmpty()) {
            return "";
        }
        String group = api.contains("/") ? "." + api.substring(0, api.indexOf('/')) : "";
        String namespace = text(metadata, "namespace");
        return kind + group + "/" + name + (namespace.isEmpty() ? "" : " in " + namespace);
    }

    private static String text(Optional<YamlMap> map, String key) {
        return map.flatMap(node -> node.scalar(key)).map(YamlScalar::text).orElse("");
    }
}
