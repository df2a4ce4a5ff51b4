package io.slipway.sandbox.shell;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Commands every simulated image has. */
final class Builtins {
    private static final Map<String, Command> ALL = all();

    private Builtins() {}

    static Optional<Command> find(String name) {
        return Optional.ofNullable(ALL.get(name.substring(name.lastIndexOf('/') + 1)));
    }

    private static Map<String, Command> all() {
        Map<String, Command> all = new HashMap<>();
        TextCommands.addTo(all);
        FileCommands.addTo(all);
        ProcessCommands.addTo(all);
        return Map.copyOf(all);
    }
}
