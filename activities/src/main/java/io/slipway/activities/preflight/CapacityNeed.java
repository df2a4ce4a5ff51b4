package io.slipway.activities.preflight;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.reach.Reach;
import io.slipway.activities.validate.probes.Seen;
import io.slipway.model.action.Preflight;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Free room: what schedulable nodes can give, less what the pods on them asked for that are not the pipeline's own. */
final class CapacityNeed {
    private static final BigDecimal GIB = BigDecimal.TWO.pow(30);

    private CapacityNeed() {}

    static Need of(Preflight.Capacity wanted) {
        List<String> parts = new ArrayList<>();
        wanted.cpu().ifPresent(cpu -> parts.add(cpu + " cores"));
        wanted.memory().ifPresent(memory -> parts.add(memory + " of memory"));
        return new Need(
                "capacity",
                "capacity",
                String.join(" and ", parts) + " are free on the schedulable nodes together",
                reach -> reach.callsOn("nodes", "", "list")
                        .and(Calls.on(Cluster.PODS, "", "list"))
                        .and(OwnPods.calls(reach)),
                reach -> ask(wanted, reach));
    }

    private static Seen ask(Preflight.Capacity wanted, Reach reach) throws InterruptedException {
        Map<Boolean, List<JsonNode>> pods = OwnPods.split(reach.list("pods", "", ""), reach);
        List<JsonNode> own = pods.get(true);
        FreeRoom room = FreeRoom.of(reach.list("nodes", "", ""), pods.get(false));
        List<String> missing = new ArrayList<>();
        wanted.cpu()
                .filter(cpu -> room.cpu().compareTo(cpu.number()) < 0)
                .ifPresent(cpu -> missing.add(cores(room.cpu()) + " of " + cpu + " cores"));
        wanted.memory()
                .filter(memory -> room.memory().compareTo(memory.number()) < 0)
                .ifPresent(memory -> missing.add(gib(room.memory()) + " of " + memory + " memory"));
        String summary = cores(room.cpu()) + " cores and " + gib(room.memory()) + " free on " + room.nodes()
                + (room.nodes() == 1 ? " node" : " nodes")
                + (own.isEmpty() ? "" : ", beside this pipeline's own pods (" + own.size() + ")");
        return Seen.good(Map.of(), summary)
                .butWhen(
                        !missing.isEmpty(),
                        "only " + String.join(" and ", missing) + " are free on " + room.nodes() + " schedulable nodes",
                        "add nodes, free what is not needed, or choose smaller parameters or a smaller profile");
    }

    private static String cores(BigDecimal cores) {
        return cores.setScale(1, RoundingMode.FLOOR).stripTrailingZeros().toPlainString();
    }

    private static String gib(BigDecimal bytes) {
        return bytes.divide(GIB, 1, RoundingMode.FLOOR).stripTrailingZeros().toPlainString() + "Gi";
    }
}
