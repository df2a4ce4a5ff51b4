package io.slipway.model.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.spec.Verb;
import io.slipway.model.yaml.YamlMap;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The types of steps' outputs. */
public final class OutputTypes {
    private static final Map<Class<?>, Map<String, String>> KNOWN = new ConcurrentHashMap<>();

    private OutputTypes() {}

    /** Outputs of a verb as its record declares them, with CEL types. */
    public static Map<String, String> of(Verb verb) {
        return KNOWN.computeIfAbsent(verb.outputs(), OutputTypes::read);
    }

    private static Map<String, String> read(Class<?> outputs) {
        Map<String, String> types = new LinkedHashMap<>();
        for (RecordComponent component : outputs.getRecordComponents()) {
            types.put(component.getName(), type(component.getGenericType()));
        }
        return Collections.unmodifiableMap(types);
    }

    /** Everything that {@code steps.<name>} has: outputs of the verb, of the step's own, and status. */
    static Map<String, String> of(StepView step) {
        Map<String, String> types = new LinkedHashMap<>();
        step.definition().ifPresent(verb -> types.putAll(of(verb)));
        step.node()
                .map("outputs")
                .map(YamlMap::entries)
                .orElse(List.of())
                .forEach(entry -> types.put(io.slipway.model.expr.Names.inExpressions(entry.key()), "dyn"));
        if (step.loops()) {
            types.replaceAll((name, type) -> "list(" + type + ")");
        }
        types.put("status", "string");
        return types;
    }

    /** Whether the step has outputs that nobody knows beforehand. */
    static boolean isDynamic(StepView step) {
        Optional<Verb> verb = step.definition();
        return verb.isEmpty() || verb.get().dynamicOutputs();
    }

    private static String type(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type last = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
            return generic.getRawType() == List.class ? "list(" + type(last) + ")" : "map(string, " + type(last) + ")";
        }
        if (type == String.class) {
            return "string";
        }
        if (type == long.class || type == int.class) {
            return "int";
        }
        if (type == double.class) {
            return "double";
        }
        if (type == boolean.class) {
            return "bool";
        }
        if (type == JsonNode.class) {
            return "dyn";
        }
        throw new IllegalArgumentException("outputs cannot be of type " + type);
    }
}
