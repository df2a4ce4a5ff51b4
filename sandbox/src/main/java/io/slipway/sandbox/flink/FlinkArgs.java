package io.slipway.sandbox.flink;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The options behind an action of the {@code flink} command. Everything behind the jar belongs to the program. */
record FlinkArgs(List<String> operands, Set<String> flags, Map<String, String> valued, Map<String, String> properties) {
    private static final Set<String> WITH_VALUE = Set.of(
            "-p",
            "--parallelism",
            "-c",
            "--class",
            "-m",
            "--jobmanager",
            "-t",
            "--target",
            "-s",
            "--fromSavepoint",
            "-C",
            "--classpath",
            "-e",
            "--executor",
            "--savepointPath");

    FlinkArgs {
        operands = List.copyOf(operands);
        flags = Set.copyOf(flags);
        valued = Map.copyOf(valued);
        properties = Map.copyOf(properties);
    }

    static FlinkArgs read(List<String> args) {
        List<String> operands = new ArrayList<>();
        Set<String> flags = new TreeSet<>();
        Map<String, String> valued = new HashMap<>();
        Map<String, String> properties = new HashMap<>();
        for (int index = 0; index < args.size(); index++) {
            String arg = args.get(index);
            boolean value = WITH_VALUE.contains(arg) && operands.isEmpty() && index + 1 < args.size();
            if (value || (arg.equals("-p") && index + 1 < args.size() && operands.isEmpty())) {
                valued.put(arg, args.get(++index));
            } else if (arg.startsWith("-D") && operands.isEmpty()) {
                int equals = arg.indexOf('=');
                properties.put(
                        arg.substring(2, equals < 0 ? arg.length() : equals),
                        equals < 0 ? "" : arg.substring(equals + 1));
            } else if (arg.startsWith("-") && operands.isEmpty()) {
                flags.add(arg);
            } else {
                operands.add(arg);
            }
        }
        return new FlinkArgs(operands, flags, valued, properties);
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }

    boolean detached() {
        return has("-d") || has("--detached");
    }

    int parallelism() {
        String text = valued.getOrDefault("-p", valued.getOrDefault("--parallelism", property("parallelism.default")));
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
    }

    String entryClass() {
        return valued.getOrDefault("-c", valued.getOrDefault("--class", ""));
    }

    /** Where it is to run; empty for the cluster that the configuration names. */
    String target() {
        return valued.getOrDefault("-t", valued.getOrDefault("--target", property("execution.target")));
    }

    String savepointPath() {
        return valued.getOrDefault("-p", valued.getOrDefault("--savepointPath", ""));
    }

    String property(String key) {
        return properties.getOrDefault(key, "");
    }
}
