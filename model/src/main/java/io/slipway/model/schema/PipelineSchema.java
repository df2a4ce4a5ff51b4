package io.slipway.model.schema;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.model.fleet.Fleet;
import io.slipway.model.fleet.Inventory;
import io.slipway.model.pipeline.Pipeline;
import io.slipway.model.spec.Shapes;

/** Writes the JSON Schema (2020-12) of pipelines, fleets and inventories from the same shapes that the checker uses. */
public final class PipelineSchema {
    private PipelineSchema() {}

    /** The schema. Every block is a definition of its own; the same Slipway always gives the same text. */
    public static ObjectNode write() {
        return write(Pipeline.class, "pipeline");
    }

    /** The schema of fleet files. */
    public static ObjectNode fleet() {
        return write(Fleet.class, "fleet");
    }

    /** The schema of inventories of fleets. */
    public static ObjectNode inventory() {
        return write(Inventory.class, "inventory");
    }

    private static ObjectNode write(Class<?> type, String name) {
        Definitions definitions = new Definitions();
        ObjectNode root = definitions.of(Shapes.block(type), false);
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "https://slipway.io/schema/v1/" + name + ".json");
        schema.put("title", "Slipway " + name);
        schema.setAll(root);
        schema.set("$defs", definitions.all());
        return schema;
    }
}
