package io.slipway.model.schema;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.model.pipeline.Pipeline;
import io.slipway.model.spec.Shapes;

/** Writes the JSON Schema (2020-12) of pipeline files from the same shapes that the checker uses. */
public final class PipelineSchema {
    private PipelineSchema() {}

    /** The schema. Every block is a definition of its own; the same Slipway always gives the same text. */
    public static ObjectNode write() {
        Definitions definitions = new Definitions();
        ObjectNode root = definitions.of(Shapes.block(Pipeline.class), false);
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "https://slipway.io/schema/v1/pipeline.json");
        schema.put("title", "Slipway pipeline");
        schema.setAll(root);
        schema.set("$defs", definitions.all());
        return schema;
    }
}
