package io.slipway.model.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.spec.Verb;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The types of verbs' outputs. */
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
