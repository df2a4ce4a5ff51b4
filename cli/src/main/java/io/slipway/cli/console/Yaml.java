package io.slipway.cli.console;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.json.Json;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** A tree as YAML. */
final class Yaml {
    private static final DumpSettings SETTINGS = DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setIndent(2)
            .setWidth(120)
            .build();

    private Yaml() {}

    static String write(JsonNode tree) {
        return new Dump(SETTINGS).dumpToString(Json.mapper().convertValue(tree, new TypeReference<Object>() {}));
    }
}
