package io.slipway.model.reference;

import io.slipway.model.action.Check;
import io.slipway.model.action.Probe;
import io.slipway.model.pipeline.ClusterSpec;
import io.slipway.model.pipeline.Concurrency;
import io.slipway.model.pipeline.Defaults;
import io.slipway.model.pipeline.Guide;
import io.slipway.model.pipeline.Notice;
import io.slipway.model.pipeline.ParamSpec;
import io.slipway.model.pipeline.Pipeline;
import io.slipway.model.pipeline.Retry;
import io.slipway.model.pipeline.Schedule;
import io.slipway.model.pipeline.SecretSource;
import io.slipway.model.pipeline.Stage;
import io.slipway.model.pipeline.Step;
import io.slipway.model.pipeline.Undo;
import io.slipway.model.spec.Shape;
import io.slipway.model.spec.Shapes;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The blocks of a pipeline file that have names of their own, beside its verbs. */
public final class Blocks {
    private Blocks() {}

    /** Name → block, from the file's top downwards. The file itself is {@code file}, since {@code pipeline} is a verb. */
    public static Map<String, Shape.Block> all() {
        Map<String, Shape.Block> blocks = new LinkedHashMap<>();
        types().forEach((name, type) -> blocks.put(name, Shapes.block(type)));
        return Collections.unmodifiableMap(blocks);
    }

    /** The name of the block of that record, if it has one. */
    static Optional<String> nameOf(Class<?> record) {
        return types().entrySet().stream()
                .filter(entry -> entry.getValue().equals(record))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static Map<String, Class<?>> types() {
        Map<String, Class<?>> types = new LinkedHashMap<>();
        types.put("file", Pipeline.class);
        types.put("guide", Guide.class);
        types.put("cluster", ClusterSpec.class);
        types.put("param", ParamSpec.class);
        types.put("secrets", SecretSource.class);
        types.put("defaults", Defaults.class);
        types.put("concurrency", Concurrency.class);
        types.put("notice", Notice.class);
        types.put("stage", Stage.class);
        types.put("step", Step.class);
        types.put("retry", Retry.class);
        types.put("undo", Undo.class);
        types.put("schedule", Schedule.class);
        types.put("check", Check.class);
        return types;
    }

    /** Key → probe: what a check may ask. */
    public static Map<String, Shape.Block> probes() {
        return Shapes.union(Probe.class).members();
    }
}
