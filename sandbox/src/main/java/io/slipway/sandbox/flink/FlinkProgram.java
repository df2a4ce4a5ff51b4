package io.slipway.sandbox.flink;

import java.util.List;
import java.util.Map;

/**
 * A job as its jar describes it.
 *
 * @param jobName the name its main method gives it
 * @param bounded whether its input ends
 */
record FlinkProgram(String jobName, boolean bounded) {
    private static final Map<String, FlinkProgram> EXAMPLES = Map.of(
            "WordCount", new FlinkProgram("WordCount", true),
            "WordCountSQLExample", new FlinkProgram("insert-into_default_catalog.default_database.result", true),
            "WindowJoin", new FlinkProgram("Windowed Join Example", true),
            "SessionWindowing", new FlinkProgram("Session Windowing", true),
            "Iteration", new FlinkProgram("Streaming Iteration Example", true),
            "TopSpeedWindowing", new FlinkProgram("CarTopSpeedWindowingExample", false),
            "StateMachineExample", new FlinkProgram("State machine job", false));

    /** The examples of the distribution by their class or jar; any other jar is taken for a stream without end. */
    static FlinkProgram of(String jar, String entryClass) {
        String file = jar.substring(jar.lastIndexOf('/') + 1)
                .replaceAll("\\.jar$", "")
                .replaceAll("^.*_(?=[A-Z])", "");
        String shortClass = entryClass.substring(entryClass.lastIndexOf('.') + 1);
        FlinkProgram byClass = EXAMPLES.get(shortClass);
        if (byClass != null) {
            return byClass;
        }
        return EXAMPLES.getOrDefault(file, new FlinkProgram(shortClass.isEmpty() ? file : shortClass, false));
    }

    /** Jars of the distribution. */
    static List<String> exampleJars() {
        return EXAMPLES.keySet().stream()
                .sorted()
                .map(name -> "/opt/flink/examples/streaming/" + name + ".jar")
                .toList();
    }
}
