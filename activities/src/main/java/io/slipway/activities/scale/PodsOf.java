package io.slipway.activities.scale;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.quota.LimitDefaults;
import io.slipway.activities.cluster.quota.PodDemand;
import io.slipway.activities.step.StepFailure;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The pods that a size stands for.
 *
 * @param workload what is scaled
 */
record PodsOf(Scalable workload) {
    private static final Pattern MEMORY = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)\\s*([kmgtKMGT]?)i?[bB]?");
    private static final String SLOTS = "taskmanager.numberOfTaskSlots";

    private JsonNode tree() {
        return workload.object().tree();
    }

    private boolean isFlink() {
        return workload.object().ref().kind().equals("FlinkDeployment");
    }

    /** How many pods there are at a size; none that are known beforehand for jobs of a session cluster. */
    long count(long size) {
        if (workload.object().ref().kind().equals("FlinkSessionJob")) {
            return 0;
        }
        if (isFlink() && workload.word().equals("parallelism")) {
            long slots = Math.max(
                    1, tree().at("/spec/flinkConfiguration").path(SLOTS).asLong(1));
            return Math.ceilDiv(size, slots);
        }
        return size;
    }

    /** The spec of one pod; empty where there is none in the object. */
    JsonNode spec() {
        return isFlink() ? tree().at("/spec/taskManager/podTemplate/spec") : tree().at("/spec/template/spec");
    }

    /** What one pod counts for. */
    PodDemand demand(LimitDefaults defaults) {
        if (!isFlink()) {
            return PodDemand.of(spec(), defaults).withClaims(tree().at("/spec/volumeClaimTemplates"));
        }
        JsonNode resource = tree().at("/spec/taskManager/resource");
        return PodDemand.of(
                new BigDecimal(resource.path("cpu").asText("1")),
                bytes(resource.path("memory").asText("0")));
    }

    /** Memory as Flink writes it, {@code 2048m} or {@code 2g}, where the letters are powers of 1024. */
    private static BigDecimal bytes(String text) {
        Matcher parts = MEMORY.matcher(text.strip());
        if (!parts.matches()) {
            throw StepFailure.permanent(
                    "spec.taskManager.resource.memory is '" + text + "'",
                    "that is not an amount of memory",
                    "write it as 2048m or 2g in the FlinkDeployment");
        }
        int power =
                " kmgt".indexOf(parts.group(2).isEmpty() ? " " : parts.group(2).toLowerCase(Locale.ROOT));
        return new BigDecimal(parts.group(1)).multiply(BigDecimal.valueOf(1024).pow(power));
    }
}
