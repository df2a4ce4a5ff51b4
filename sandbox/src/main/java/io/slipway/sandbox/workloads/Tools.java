package io.slipway.sandbox.workloads;

import io.slipway.sandbox.shell.Command;
import java.util.Map;

/** Programs that every image has and that need to know which container they run in. */
@FunctionalInterface
public interface Tools {
    /** No programs. */
    Tools NONE = container -> Map.of();

    /** The programs by name. */
    Map<String, Command> of(Container container);
}
