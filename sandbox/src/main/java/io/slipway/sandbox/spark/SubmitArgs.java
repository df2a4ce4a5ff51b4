package io.slipway.sandbox.spark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The command line of spark-submit and its relatives.
 *
 * @param conf from {@code --conf}
 * @param options other options by their name
 * @param operands the application and its arguments
 */
record SubmitArgs(Map<String, String> conf, Map<String, String> options, List<String> operands) {
    private static final Set<String> FLAGS =
            Set.of("--verbose", "-v", "--supervise", "--version", "--help", "-h", "-S", "--silent");

    SubmitArgs {
        conf = Map.copyOf(conf);
        options = Map.copyOf(options);
        operands = List.copyOf(operands);
    }

    static SubmitArgs read(List<String> args) {
        Map<String, String> conf = new HashMap<>();
        Map<String, String> options = new HashMap<>();
        int index = 0;
        for (; index < args.size() && args.get(index).startsWith("-"); index++) {
            String arg = args.get(index);
            if (FLAGS.contains(arg)) {
                options.put(arg, "");
                continue;
            }
            int equals = arg.startsWith("--") ? arg.indexOf('=') : -1;
            String name = equals > 0 ? arg.substring(0, equals) : arg;
            String value = equals > 0 ? arg.substring(equals + 1) : index + 1 < args.size() ? args.get(++index) : "";
            if (name.equals("--conf") || name.equals("-c") || name.equals("--hiveconf")) {
                int split = value.indexOf('=');
                conf.put(split < 0 ? value : value.substring(0, split), split < 0 ? "" : value.substring(split + 1));
            } else {
                options.put(name, value);
            }
        }
        return new SubmitArgs(conf, options, new ArrayList<>(args.subList(index, args.size())));
    }

    String option(String name, String fallback) {
        return options.getOrDefault(name, fallback);
    }

    /** All that the command line says, as properties. */
    Map<String, String> properties() {
        Map<String, String> all = new HashMap<>(conf);
        Map<String, String> known = Map.of(
                "--master", "spark.master",
                "--deploy-mode", "spark.submit.deployMode",
                "--name", "spark.app.name",
                "--executor-memory", "spark.executor.memory",
                "--driver-memory", "spark.driver.memory",
                "--executor-cores", "spark.executor.cores",
                "--num-executors", "spark.executor.instances");
        known.forEach((option, key) -> {
            if (options.containsKey(option)) {
                all.put(key, options.get(option));
            }
        });
        return all;
    }
}
