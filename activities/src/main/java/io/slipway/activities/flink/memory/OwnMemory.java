package io.slipway.activities.flink.memory;

import java.util.Map;
import java.util.Optional;

/** Divides what Flink itself uses of a process. */
sealed interface OwnMemory permits TaskManagerMemory, JobManagerMemory {
    /** From the fine-grained options, all of which are given; the size of the whole may be given too. */
    Map<String, MemorySize> fine(Optional<MemorySize> whole) throws MemoryMisfit;

    /** From the size of the whole. */
    Map<String, MemorySize> within(MemorySize whole) throws MemoryMisfit;
}
