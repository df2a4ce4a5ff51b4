package io.slipway.activities.flink.memory;

import java.util.Map;
import java.util.Optional;

/**
 * The options of one process, by their whole keys.
 *
 * @param values as written
 * @param process whose options these are
 */
record MemoryOptions(Map<String, String> values, FlinkProcess process) {
    MemoryOptions {
        values = Map.copyOf(values);
    }

    /** The whole key of an option of the process. */
    String key(String name) {
        return process.prefix() + ".memory." + name;
    }

    /** A size, or empty when the option is not there. */
    Optional<MemorySize> size(String name) throws MemoryMisfit {
        String text = values.get(key(name));
        return text == null ? Optional.empty() : Optional.of(MemorySize.parse(key(name), text));
    }

    MemorySize size(String name, MemorySize fallback) throws MemoryMisfit {
        return size(name).orElse(fallback);
    }

    /** A fraction: at least 0, less than 1. Flink reads it with the precision of a float, and so with its error. */
    double fraction(String name, double fallback) throws MemoryMisfit {
        String text = values.get(key(name));
        if (text == null) {
            return fallback;
        }
        if (!text.strip().matches("0?\\.[0-9]{1,9}|0(\\.[0-9]{1,9})?")) {
            throw new MemoryMisfit(
                    key(name) + " must be at least 0 and less than 1, it is '" + text + "'",
                    "write a fraction such as 0.1");
        }
        return Float.parseFloat(text.strip());
    }
}
