package io.slipway.cli.engine;

import io.slipway.activities.step.Target;
import io.slipway.activities.step.Targets;
import java.util.List;

/**
 * The one target of this process.
 *
 * @param target the target
 */
public record NamedTargets(Target target) implements Targets {
    @Override
    public Target get(String name) {
        if (!name.isEmpty() && !name.equals(target.name())) {
            throw new IllegalArgumentException("there is no target '" + name + "' here; available: " + target.name());
        }
        return target;
    }

    @Override
    public List<String> names() {
        return List.of(target.name());
    }
}
