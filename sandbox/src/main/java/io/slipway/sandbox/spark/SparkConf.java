package io.slipway.sandbox.spark;

import io.slipway.sandbox.workloads.Container;
import java.util.Map;
import java.util.TreeMap;

/** Spark properties. */
record SparkConf(Map<String, String> values) {
    SparkConf {
        values = Map.copyOf(values);
    }

    /** The defaults of a container: {@code spark-defaults.conf}, and {@code spark.properties} in a driver. */
    static SparkConf of(Container container) {
        Map<String, String> values = new TreeMap<>();
        String folder = container.env().getOrDefault("SPARK_CONF_DIR", "/opt/spark/conf");
        read(container.files().getOrDefault(folder + "/spark-defaults.conf", ""), values);
        read(container.files().getOrDefault("/opt/spark/conf/spark.properties", ""), values);
        String history = container.env().getOrDefault("SPARK_HISTORY_OPTS", "");
        for (String option : history.split("\\s+")) {
            int equals = option.indexOf('=');
            if (option.startsWith("-Dspark.") && equals > 0) {
                values.put(option.substring(2, equals), option.substring(equals + 1));
            }
        }
        return new SparkConf(values);
    }

    private static void read(String text, Map<String, String> into) {
        for (String line : text.lines().map(String::strip).toList()) {
            String[] parts = line.split("[\\s=]+", 2);
            if (!line.startsWith("#") && parts.length == 2) {
                into.put(parts[0], parts[1].strip());
            }
        }
    }

    SparkConf with(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(values);
        all.putAll(more);
        return new SparkConf(all);
    }

    String get(String key, String fallback) {
        return values.getOrDefault(key, fallback);
    }

    boolean flag(String key, boolean fallback) {
        return Boolean.parseBoolean(get(key, String.valueOf(fallback)));
    }

    int number(String key, int fallback) {
        String text = get(key, "");
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : fallback;
    }

    /** The values whose keys begin with a prefix, by the rest of the key. */
    Map<String, String> under(String prefix) {
        Map<String, String> found = new TreeMap<>();
        values.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                found.put(key.substring(prefix.length()), value);
            }
        });
        return found;
    }
}
