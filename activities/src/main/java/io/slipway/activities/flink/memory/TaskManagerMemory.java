package io.slipway.activities.flink.memory;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Flink's memory in a TaskManager: heap and off-heap of framework and tasks, managed memory, network buffers. */
final class TaskManagerMemory implements OwnMemory {
    private static final MemorySize FRAMEWORK = MemorySize.mebibytes(128);
    private static final double MANAGED = 0.4f;
    /** Without an upper bound since Flink 1.17. */
    private static final Share NETWORK =
            new Share("network buffers", "network", 0.1f, MemorySize.mebibytes(64), MemorySize.MOST);

    private final MemoryOptions options;

    TaskManagerMemory(MemoryOptions options) {
        this.options = options;
    }

    @Override
    public Map<String, MemorySize> fine(Optional<MemorySize> whole) throws MemoryMisfit {
        MemorySize heap = options.size("task.heap.size", MemorySize.ZERO);
        MemorySize managed = options.size("managed.size", MemorySize.ZERO);
        if (whole.isPresent()) {
            return restToNetwork(whole.get(), heap, managed);
        }
        MemorySize known = FlinkMemory.sum(parts(heap, managed, MemorySize.ZERO));
        return parts(heap, managed, network().beside(known));
    }

    @Override
    public Map<String, MemorySize> within(MemorySize whole) throws MemoryMisfit {
        MemorySize managed = managed(whole);
        Optional<MemorySize> heap = options.size("task.heap.size");
        if (heap.isPresent()) {
            return restToNetwork(whole, heap.get(), managed);
        }
        MemorySize network = network().of(whole);
        return parts(left(whole, parts(MemorySize.ZERO, managed, network)), managed, network);
    }

    private Map<String, MemorySize> restToNetwork(MemorySize whole, MemorySize heap, MemorySize managed)
            throws MemoryMisfit {
        MemorySize left = left(whole, parts(heap, managed, MemorySize.ZERO));
        return parts(heap, managed, network().leftOver(left));
    }

    /** What the other parts leave of the whole. */
    private MemorySize left(MemorySize whole, Map<String, MemorySize> others) throws MemoryMisfit {
        MemorySize sum = FlinkMemory.sum(others);
        if (whole.lessThan(sum)) {
            throw new MemoryMisfit(
                    "the TaskManager has " + whole + " for Flink, " + sum.minus(whole)
                            + " less than its parts together: " + new FlinkMemory(options.process(), others),
                    "raise " + options.key("process.size") + ", or lower the managed memory or the network buffers");
        }
        return whole.minus(sum);
    }

    private MemorySize managed(MemorySize whole) throws MemoryMisfit {
        double fraction = options.fraction("managed.fraction", MANAGED);
        return options.size("managed.size", whole.times(fraction));
    }

    private Share network() throws MemoryMisfit {
        return Share.of(options, NETWORK);
    }

    private Map<String, MemorySize> parts(MemorySize heap, MemorySize managed, MemorySize network) throws MemoryMisfit {
        Map<String, MemorySize> parts = new LinkedHashMap<>();
        parts.put("framework heap", options.size("framework.heap.size", FRAMEWORK));
        parts.put("task heap", heap);
        parts.put("managed", managed);
        parts.put("framework off-heap", options.size("framework.off-heap.size", FRAMEWORK));
        parts.put("task off-heap", options.size("task.off-heap.size", MemorySize.ZERO));
        parts.put("network", network);
        return parts;
    }
}
