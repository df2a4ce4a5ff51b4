package io.slipway.activities.preflight;

import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.flink.memory.FlinkMemory;
import io.slipway.activities.flink.memory.FlinkProcess;
import io.slipway.activities.flink.memory.MemoryMisfit;
import io.slipway.activities.flink.memory.MemorySize;
import io.slipway.activities.validate.probes.Seen;
import io.slipway.model.action.Preflight;
import java.util.Map;

/** Memory of Flink's processes. Arithmetic only: nothing of the cluster is asked. */
final class FlinkMemoryNeeds {
    private FlinkMemoryNeeds() {}

    static Need of(Preflight.FlinkMemoryNeed need) {
        FlinkProcess process = switch (need.role()) {
            case TASK_MANAGER -> FlinkProcess.TASK_MANAGER;
            case JOB_MANAGER -> FlinkProcess.JOB_MANAGER;
        };
        return new Need(
                "memory of " + need.name(),
                "flinkMemory",
                "the parts of the " + process.title() + " go together and fit " + need.limit(),
                reach -> Calls.NONE,
                reach -> ask(process, need));
    }

    private static Seen ask(FlinkProcess process, Preflight.FlinkMemoryNeed need) {
        try {
            FlinkMemory memory = FlinkMemory.of(process, need.config());
            memory.fits(new MemorySize(need.limit().number().longValue()));
            return Seen.good(Map.of(), memory + ", in a container of " + need.limit());
        } catch (MemoryMisfit misfit) {
            return Seen.nothing("does not fit", misfit.getMessage(), misfit.fix());
        }
    }
}
