package io.slipway.activities.validate.probes;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.evidence.JsonValues;
import io.slipway.activities.flink.FlinkRest;
import io.slipway.activities.reach.Reach;
import io.slipway.model.action.Probe.FlinkProbe;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Asks a Flink cluster over REST. */
final class FlinkAsker implements Asker<FlinkProbe> {
    @Override
    public String subject(FlinkProbe probe) {
        return "the Flink cluster behind service/" + probe.service();
    }

    @Override
    public String rule(FlinkProbe probe) {
        return "the Flink cluster behind " + probe.service() + " answers"
                + probe.job().map(job -> " and has job " + job).orElse("");
    }

    @Override
    public String byHand(FlinkProbe probe, String namespace) {
        String port = probe.service().replaceFirst(".*:", "");
        return "kubectl port-forward -n " + namespace + " svc/"
                + probe.service().replaceFirst(":.*", "") + " " + port + " & curl -s http://localhost:" + port
                + "/overview";
    }

    @Override
    public Calls calls(FlinkProbe probe, Reach reach) throws InterruptedException {
        return reach.callsToService();
    }

    @Override
    public Seen ask(FlinkProbe probe, Reach reach) throws InterruptedException {
        FlinkRest rest = FlinkRest.of(reach, probe.service());
        JsonNode overview = rest.overview();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("overview", JsonValues.map(overview));
        values.put("taskManagers", JsonValues.list(rest.taskManagers()));
        values.put("jobs", JsonValues.list(rest.jobs()));
        values.put("config", rest.config());
        Optional<JsonNode> checkpoints =
                probe.job().isPresent() ? rest.checkpoints(probe.job().get()) : Optional.empty();
        values.put("checkpoints", checkpoints.map(JsonValues::map).orElse(Map.of()));
        Seen seen = Seen.good(values, line(overview));
        return probe.job().isPresent() && checkpoints.isEmpty()
                ? seen.lacks(
                        "the Flink cluster behind " + probe.service() + " does not have job "
                                + probe.job().get(),
                        "list its jobs with flink list -a in the JobManager pod; a session cluster loses them at a restart")
                : seen;
    }

    private static String line(JsonNode overview) {
        return "Flink " + overview.path("flink-version").asText("?") + ", "
                + overview.path("taskmanagers").asLong() + " TaskManagers, "
                + overview.path("slots-available").asLong() + " of "
                + overview.path("slots-total").asLong() + " slots free, "
                + overview.path("jobs-running").asLong() + " jobs running";
    }
}
