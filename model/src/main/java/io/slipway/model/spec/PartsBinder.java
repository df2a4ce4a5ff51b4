package io.slipway.model.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.IdentityHashMap;

/**
 * Reads records from the parts of one tree as {@link Binder} does, and each block only once: a block inside another, read
 * before or after it, is the same record. Not for use by several threads, and the tree may not change meanwhile.
 */
public final class PartsBinder {
    private final TreeReader reader = new Once();

    /**
     * Reads a record from its block.
     *
     * @throws BindException when the part does not fit, with the JSON path from the part
     */
    public Object read(Shape.Block shape, JsonNode part) {
        return reader.read(shape, part, "$");
    }

    private static final class Once extends TreeReader {
        private final IdentityHashMap<JsonNode, Object> known = new IdentityHashMap<>();

        @Override
        Object block(Shape.Block block, JsonNode node, String path) {
            Object before = known.get(node);
            if (before != null && before.getClass() == block.type()) {
                return before;
            }
            Object made = super.block(block, node, path);
            // other nodes, such as that of true, may stand for several places
            if (node.isObject()) {
                known.put(node, made);
            }
            return made;
        }
    }
}
