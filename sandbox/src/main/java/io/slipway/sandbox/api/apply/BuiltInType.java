package io.slipway.sandbox.api.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.slipway.sandbox.api.types.Field;
import io.slipway.sandbox.api.types.TypeTable;
import io.slipway.sandbox.store.ResourceKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The types of the built-in kinds, from the table of their fields.
 *
 * @param held what is at the path
 * @param path the path without list items, such as {@code spec.template.spec.containers.ports}
 * @param isItem whether this is an item of the list at the path
 */
record BuiltInType(Field held, String path, boolean isItem) implements FieldType {

    private static final Set<String> ALWAYS = Set.of(
            "metadata",
            "spec",
            "status",
            "spec.containers",
            "spec.strategy",
            "spec.updateStrategy",
            "spec.template",
            "spec.template.metadata",
            "spec.template.spec",
            "spec.template.spec.containers",
            "spec.jobTemplate",
            "spec.jobTemplate.spec",
            "spec.jobTemplate.metadata",
            "spec.jobTemplate.spec.template",
            "spec.jobTemplate.spec.template.metadata",
            "spec.jobTemplate.spec.template.spec",
            "spec.jobTemplate.spec.template.spec.containers");

    static FieldType of(ResourceKind kind) {
        return new BuiltInType(TypeTable.object(kind), "", false);
    }

    @Override
    public FieldType field(String field) {
        return new BuiltInType(held.field(field), path.isEmpty() ? field : path + "." + field, false);
    }

    @Override
    public FieldType item() {
        return new BuiltInType(held.item(), path, true);
    }

    @Override
    public ListShape list() {
        if (!held.keys().isEmpty()) {
            return keyed(held.keys());
        }
        return held.set() ? new ListShape.Values() : new ListShape.Atomic();
    }

    @Override
    public boolean atomicObject() {
        return held.atomic();
    }

    @Override
    public boolean open() {
        return false;
    }

    @Override
    public boolean alwaysThere() {
        return !isItem && ALWAYS.contains(path);
    }

    private static ListShape keyed(Map<String, String> keys) {
        Map<String, JsonNode> defaults = new HashMap<>();
        keys.forEach((key, preset) -> {
            if (!preset.isEmpty()) {
                defaults.put(key, TextNode.valueOf(preset));
            }
        });
        return new ListShape.Keyed(List.copyOf(keys.keySet()), defaults);
    }
}
