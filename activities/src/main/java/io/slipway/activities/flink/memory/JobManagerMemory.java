package io.slipway.activities.flink.memory;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Flink's memory in a JobManager: heap and off-heap. */
final class JobManagerMemory implements OwnMemory {
    private static final MemorySize OFF_HEAP = MemorySize.mebibytes(128);

    private final MemoryOptions options;

    JobManagerMemory(MemoryOptions options) {
        this.options = options;
    }

    @Override
    public Map<String, MemorySize> fine(Optional<MemorySize> whole) throws MemoryMisfit {
        MemorySize heap = options.size("heap.size", MemorySize.ZERO);
        if (whole.isEmpty()) {
            return parts(heap, options.size("off-heap.size", OFF_HEAP));
        }
        MemorySize rest = rest(whole.get(), heap, "heap.size");
        MemorySize wanted = options.size("off-heap.size", rest);
        if (!wanted.equals(rest)) {
            throw new MemoryMisfit(
                    options.key("heap.size") + " leaves " + rest + " of " + options.key("flink.size") + ", not the "
                            + wanted + " of " + options.key("off-heap.size"),
                    "omit one of the three");
        }
        return parts(heap, rest);
    }

    @Override
    public Map<String, MemorySize> within(MemorySize whole) throws MemoryMisfit {
        MemorySize offHeap = options.size("off-heap.size", OFF_HEAP);
        return parts(rest(whole, offHeap, "off-heap.size"), offHeap);
    }

    private MemorySize rest(MemorySize whole, MemorySize part, String name) throws MemoryMisfit {
        if (whole.lessThan(part)) {
            throw new MemoryMisfit(
                    "the JobManager has " + whole + " for Flink, " + part.minus(whole) + " less than its "
                            + options.key(name) + " (" + part + ")",
                    "raise " + options.key("process.size") + " or lower " + options.key(name));
        }
        return whole.minus(part);
    }

    private static Map<String, MemorySize> parts(MemorySize heap, MemorySize offHeap) {
        Map<String, MemorySize> parts = new LinkedHashMap<>();
        parts.put("heap", heap);
        parts.put("off-heap", offHeap);
        return parts;
    }
}
