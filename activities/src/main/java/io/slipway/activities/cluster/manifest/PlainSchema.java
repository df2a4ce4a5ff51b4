package io.slipway.activities.cluster.manifest;

import java.util.Map;
import org.snakeyaml.engine.v2.api.ConstructNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.Schema;

/** Leaves plain scalars without a type, so that {@link YamlScalars} can give them kubectl's. */
final class PlainSchema implements Schema {
    private static final Tag PLAIN = new Tag("tag:slipway.io,2026:plain");

    @Override
    public ScalarResolver getScalarResolver() {
        return (value, implicit) -> implicit ? PLAIN : Tag.STR;
    }

    @Override
    public Map<Tag, ConstructNode> getSchemaTagConstructors() {
        return Map.of();
    }
}
