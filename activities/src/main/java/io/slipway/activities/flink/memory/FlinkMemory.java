package io.slipway.activities.flink.memory;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How Flink divides the memory of a process.
 *
 * @param process whose memory it is
 * @param parts name → size, in the order of Flink's documentation; together they are the whole process
 * @see <a href="https://nightlies.apache.org/flink/flink-docs-release-2.1/docs/deployment/memory/mem_setup_tm/">Flink's
 *     memory model</a>
 */
public record FlinkMemory(FlinkProcess process, Map<String, MemorySize> parts) {
    public FlinkMemory {
        parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    }

    /**
     * The division that these options give.
     *
     * @param config Flink's options by key; others than those of memory are ignored
     * @throws MemoryMisfit when Flink would refuse to start with them
     */
    public static FlinkMemory of(FlinkProcess process, Map<String, String> config) throws MemoryMisfit {
        return new Division(new MemoryOptions(config, process)).divide();
    }

    /** The whole process. */
    public MemorySize total() {
        return sum(parts);
    }

    /** A part. */
    public MemorySize part(String name) {
        MemorySize size = parts.get(name);
        if (size == null) {
            throw new IllegalArgumentException("no part '" + name + "', only " + parts.keySet());
        }
        return size;
    }

    /**
     * The process must fit its container; the kernel kills it otherwise.
     *
     * @param limit memory limit of the container
     * @throws MemoryMisfit when it does not, with what is missing
     */
    public void fits(MemorySize limit) throws MemoryMisfit {
        if (limit.lessThan(total())) {
            throw new MemoryMisfit(
                    "the " + process.title() + " takes " + total() + ", " + total().minus(limit)
                            + " more than its container's limit of " + limit,
                    "raise the container's limit to " + total() + " or more, or lower " + process.prefix()
                            + ".memory.process.size to " + limit + " or less");
        }
    }

    static MemorySize sum(Map<String, MemorySize> parts) {
        return parts.values().stream().reduce(MemorySize.ZERO, MemorySize::plus);
    }

    /** On one line, for people. */
    @Override
    public String toString() {
        return total() + " = "
                + parts.entrySet().stream()
                        .map(part -> part.getKey() + " " + part.getValue())
                        .collect(Collectors.joining(" + "));
    }
}
