package io.slipway.sandbox.api.types;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Walks an object by its types: reports what has the wrong type, and takes out what no type names. */
final class TypeCheck {

    /** What is told of a value of the wrong type. */
    interface Wrong {

        /**
         * A value of the wrong type.
         *
         * @param place where it is
         * @param type what it must be
         * @param value what it is
         */
        void found(Place place, String type, JsonNode value);
    }

    /**
     * Where a value is.
     *
     * @param struct the innermost type with fields
     * @param fields the path without list items
     * @param path the path with them
     */
    record Place(String struct, String fields, String path) {

        Place field(String type, String name) {
            return new Place(type, join(fields, name), join(path, name));
        }

        /** An entry of a map, which messages of the decoder do not name. */
        Place inside(String key) {
            return new Place(struct, fields, join(path, key));
        }

        Place item(int index) {
            return new Place(struct, fields, path + "[" + index + "]");
        }

        private static String join(String path, String name) {
            return path.isEmpty() ? name : path + "." + name;
        }
    }

    private final Wrong wrong;
    private final List<String> unknown = new ArrayList<>();

    TypeCheck(Wrong wrong) {
        this.wrong = wrong;
    }

    /** The paths of fields that no type names, in the order of the document. */
    List<String> unknown() {
        return unknown;
    }

    void object(String type, ObjectNode object) {
        value(new Place(type, "", ""), type, object);
    }

    private void value(Place place, String type, JsonNode value) {
        if (value.isNull()) {
            return;
        }
        if (!Primitives.fits(type, value)) {
            wrong.found(place, type, value);
        } else if (type.startsWith("[]")) {
            list(place, type.substring(2), (ArrayNode) value);
        } else if (type.startsWith("{}")) {
            value.properties()
                    .forEach(entry -> value(place.inside(entry.getKey()), type.substring(2), entry.getValue()));
        } else if (TypeTable.isStruct(type)) {
            struct(place, type, (ObjectNode) value);
        }
    }

    private void list(Place place, String type, ArrayNode list) {
        for (int i = 0; i < list.size(); i++) {
            value(place.item(i), type, list.get(i));
        }
    }

    private void struct(Place place, String type, ObjectNode object) {
        for (Map.Entry<String, JsonNode> entry : List.copyOf(object.properties())) {
            Place below = place.field(type, entry.getKey());
            TypeTable.field(type, entry.getKey())
                    .ifPresentOrElse(found -> value(below, found.type(), entry.getValue()), () -> {
                        unknown.add(below.path());
                        object.remove(entry.getKey());
                    });
        }
    }
}
