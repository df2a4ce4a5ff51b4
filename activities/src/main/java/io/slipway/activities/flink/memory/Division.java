package io.slipway.activities.flink.memory;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Divides a process: from its fine-grained options, from the size of Flink's own memory, or from that of the process, the
 * first of them that is given. What Flink does not use itself is metaspace and overhead of the JVM.
 */
final class Division {
    private static final MemorySize METASPACE = MemorySize.mebibytes(256);
    private static final Share OVERHEAD =
            new Share("JVM overhead", "jvm-overhead", 0.1f, MemorySize.mebibytes(192), MemorySize.mebibytes(1024));

    private final MemoryOptions options;
    private final OwnMemory own;

    Division(MemoryOptions options) {
        this.options = options;
        this.own = switch (options.process()) {
            case TASK_MANAGER -> new TaskManagerMemory(options);
            case JOB_MANAGER -> new JobManagerMemory(options);
        };
    }

    FlinkMemory divide() throws MemoryMisfit {
        Optional<MemorySize> flink = options.size("flink.size");
        Optional<MemorySize> process = options.size("process.size");
        boolean fine = true;
        for (String name : options.process().fine()) {
            fine &= options.size(name).isPresent();
        }
        if (fine) {
            return around(own.fine(flink), process);
        }
        if (flink.isPresent()) {
            return around(own.within(flink.get()), process);
        }
        return inside(process.orElseThrow(this::nothingGiven));
    }

    private MemoryMisfit nothingGiven() {
        return new MemoryMisfit(
                "neither " + options.key("process.size") + " nor " + options.key("flink.size") + " is given",
                "set " + options.key("process.size") + " to the container's memory");
    }

    /** Flink's memory is known, the JVM's comes on top. */
    private FlinkMemory around(Map<String, MemorySize> flink, Optional<MemorySize> process) throws MemoryMisfit {
        MemorySize metaspace = options.size("jvm-metaspace.size", METASPACE);
        MemorySize before = FlinkMemory.sum(flink).plus(metaspace);
        Share overhead = Share.of(options, OVERHEAD);
        if (process.isEmpty()) {
            return whole(flink, metaspace, overhead.beside(before));
        }
        if (process.get().lessThan(before)) {
            throw new MemoryMisfit(
                    options.key("process.size") + " (" + process.get() + ") is "
                            + before.minus(process.get()) + " less than Flink's memory and the metaspace together ("
                            + before + ")",
                    "give only one of process.size and flink.size, or raise process.size");
        }
        return whole(flink, metaspace, overhead.leftOver(process.get().minus(before)));
    }

    /** The process is known, the JVM's part of it goes off. */
    private FlinkMemory inside(MemorySize process) throws MemoryMisfit {
        MemorySize metaspace = options.size("jvm-metaspace.size", METASPACE);
        MemorySize overhead = Share.of(options, OVERHEAD).of(process);
        MemorySize jvm = metaspace.plus(overhead);
        if (process.lessThan(jvm)) {
            throw new MemoryMisfit(
                    "metaspace (" + metaspace + ") and JVM overhead (" + overhead + ") are " + jvm.minus(process)
                            + " more than " + options.key("process.size") + " (" + process + ")",
                    "raise " + options.key("process.size"));
        }
        return whole(own.within(process.minus(jvm)), metaspace, overhead);
    }

    private FlinkMemory whole(Map<String, MemorySize> flink, MemorySize metaspace, MemorySize overhead) {
        Map<String, MemorySize> parts = new LinkedHashMap<>(flink);
        parts.put("JVM metaspace", metaspace);
        parts.put("JVM overhead", overhead);
        return new FlinkMemory(options.process(), parts);
    }
}
