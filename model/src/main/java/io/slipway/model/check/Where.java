package io.slipway.model.check;

import io.slipway.model.yaml.YamlMap;
import java.util.List;

/**
 * Where in a pipeline something stands.
 *
 * @param step the block of the step it belongs to, or of the stage when it belongs to no step, or null
 * @param section key of the pipeline's own block it belongs to: stages, cluster, outputs
 * @param key key of the step's block it belongs to: the verb, when, undo, outputs; empty above a step
 * @param block Java type of the block it stands in
 * @param sees names that CEL may use here beyond the usual ones, with types
 */
record Where(YamlMap step, String section, String key, Class<?> block, List<String> sees) {
    Where {
        sees = List.copyOf(sees);
    }

    static Where root() {
        return new Where(null, "", "", Object.class, List.of());
    }

    Where inSection(String name) {
        return section.isEmpty() ? new Where(step, name, key, block, sees) : this;
    }

    Where inStep(YamlMap node) {
        return new Where(node, section, "", block, sees);
    }

    Where inKey(String name) {
        return step != null && key.isEmpty() ? new Where(step, section, name, block, sees) : this;
    }

    Where inBlock(Class<?> type) {
        return new Where(step, section, key, type, sees);
    }

    Where seeing(List<String> names) {
        return new Where(step, section, key, block, names);
    }
}
