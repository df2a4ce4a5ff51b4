package io.slipway.model.expr;

import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypes;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import java.util.Map;

/** CEL's types by the names that CEL gives them. */
final class TypeNames {
    private static final Map<String, CelType> SIMPLE = Map.of(
            "int", SimpleType.INT,
            "double", SimpleType.DOUBLE,
            "bool", SimpleType.BOOL,
            "string", SimpleType.STRING,
            "dyn", SimpleType.DYN,
            "list", ListType.create(SimpleType.DYN),
            "map", MapType.create(SimpleType.STRING, SimpleType.DYN));

    private TypeNames() {}

    static CelType parse(String name, Map<String, ? extends CelType> structs) {
        String text = name.strip();
        if (SIMPLE.containsKey(text)) {
            return SIMPLE.get(text);
        }
        if (text.startsWith("list(") && text.endsWith(")")) {
            return ListType.create(parse(text.substring(5, text.length() - 1), structs));
        }
        if (text.startsWith("map(string,") && text.endsWith(")")) {
            return MapType.create(SimpleType.STRING, parse(text.substring(11, text.length() - 1), structs));
        }
        CelType struct = structs.get(text);
        if (struct == null) {
            throw new IllegalArgumentException("no type " + name);
        }
        return struct;
    }

    static String name(CelType type) {
        return CelTypes.format(type);
    }
}
