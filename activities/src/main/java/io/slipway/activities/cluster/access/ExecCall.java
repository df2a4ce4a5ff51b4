package io.slipway.activities.cluster.access;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A command to run in a container.
 *
 * @param in the container
 * @param argv program and arguments
 * @param stdin text for its standard input
 * @param limit how long it may take
 * @param onLine told of each line of its output and error output as it comes
 */
public record ExecCall(PodRef in, List<String> argv, Optional<String> stdin, Duration limit, Consumer<String> onLine) {
    /** A command without input whose lines nobody follows. */
    public static ExecCall of(PodRef in, List<String> argv, Duration limit) {
        return new ExecCall(in, argv, Optional.empty(), limit, line -> {});
    }

    /** The same, with somebody who follows the lines. */
    public ExecCall following(Consumer<String> lines) {
        return new ExecCall(in, argv, stdin, limit, lines);
    }

    /**
     * What the container is asked to run. Fabric8 cannot close a command's input (protocol v4), so that the input's
     * length is given to {@code head}.
     */
    List<String> asked() {
        if (stdin.isEmpty()) {
            return argv;
        }
        int length = stdin.get().getBytes(StandardCharsets.UTF_8).length;
        List<String> wrapped = new ArrayList<>(List.of("sh", "-c", "head -c " + length + " | \"$@\"", "sh"));
        wrapped.addAll(argv);
        return List.copyOf(wrapped);
    }
}
