package io.slipway.sandbox.spark;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.net.SimRequest;
import io.slipway.sandbox.net.SimResponse;

/** Port 4040 of a running application. */
final class SparkUi {
    private SparkUi() {}

    static SimResponse answer(SimRequest request) {
        return switch (request.path()) {
            case "/metrics/json", "/metrics/json/" -> {
                ObjectNode body = JsonNodeFactory.instance.objectNode().put("version", "4.0.0");
                ObjectNode gauges = body.putObject("gauges");
                gauges.putObject("simulated.driver.BlockManager.memory.remainingMem_MB")
                        .put("value", 434);
                gauges.putObject("simulated.driver.DAGScheduler.job.activeJobs").put("value", 0);
                body.putObject("counters");
                body.putObject("timers");
                yield SimResponse.json(200, body);
            }
            case "/metrics/prometheus", "/metrics/prometheus/" ->
                SimResponse.plain(
                        200, "metrics_simulated_driver_DAGScheduler_job_activeJobs_Value{type=\"gauges\"} 0\n");
            case "/", "/jobs/" -> SimResponse.html("<html><title>Spark Jobs</title></html>");
            default -> SimResponse.plain(404, "not found\n");
        };
    }
}
