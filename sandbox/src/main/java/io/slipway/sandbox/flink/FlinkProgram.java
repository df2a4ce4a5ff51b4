package io.slipway.sandbox.flink;

import java.util.List;
import java.util.Map;

/**
 * A job as its jar describes it.
 *
 * @param jobName the name its main method gives it
 * @param bounded whether its input ends
 * @param rate records a second that its sources make, all together; 0 when nobody counts them
 * @param failure why it fails once it runs; empty when it does not
 */
record FlinkProgram(String jobName, boolean bounded, long rate, String failure) {
    /** As many records as the simulation grants a slot that is not held back. */
    private static final long RATE_OF_A_SLOT = 12_500;

    private static final String GENERATOR = "State machine job";
    private static final Map<String, FlinkProgram> EXAMPLES = Map.of(
            "WordCount", new FlinkProgram("WordCount", true),
            "WordCountSQLExample", new FlinkProgram("insert-into_default_catalog.default_database.result", true),
            "WindowJoin", new FlinkProgram("Windowed Join Example", true),
            "SessionWindowing", new FlinkProgram("Session Windowing", true),
            "Iteration", new FlinkProgram("Streaming Iteration Example", true),
            "TopSpeedWindowing", new FlinkProgram("CarTopSpeedWindowingExample", false),
            "StateMachineExample", new FlinkProgram(GENERATOR, false));

    /** The examples of the distribution by their class or jar; any other jar is taken for a stream without end. */
    static FlinkProgram of(String jar, String entryClass, List<String> args) {
        String file = jar.substring(jar.lastIndexOf('/') + 1)
                .replaceAll("\\.jar$", "")
                .replaceAll("^.*_(?=[A-Z])", "");
        String shortClass = entryClass.substring(entryClass.lastIndexOf('.') + 1);
        FlinkProgram known = EXAMPLES.getOrDefault(shortClass, EXAMPLES.get(file));
        FlinkProgram program =
                known == null ? new FlinkProgram(shortClass.isEmpty() ? file : shortClass, false) : known;
        return program.wantedAt(args);
    }

    FlinkProgram(String jobName, boolean bounded) {
        this(jobName, bounded, 0, "");
    }

    /** Generators take the rate as an argument; without one they are held back by nothing. */
    private FlinkProgram wantedAt(List<String> args) {
        if (!jobName.equals(GENERATOR)) {
            return this;
        }
        int rps = args.indexOf("--rps");
        String wanted = rps >= 0 && rps + 1 < args.size() ? args.get(rps + 1) : "";
        return new FlinkProgram(
                jobName, bounded, wanted.matches("\\d{1,15}") ? Long.parseLong(wanted) : Long.MAX_VALUE, failure);
    }

    /** Records made in so many milliseconds on so many slots. */
    long records(long millis, int slots) {
        return Math.min(rate, slots * RATE_OF_A_SLOT) * Math.max(0, millis) / 1000;
    }

    /** Jars of the distribution. */
    static List<String> exampleJars() {
        return EXAMPLES.keySet().stream()
                .sorted()
                .map(name -> "/opt/flink/examples/streaming/" + name + ".jar")
                .toList();
    }
}
