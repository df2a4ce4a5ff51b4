package io.slipway.worker.fleet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.activities.store.FleetStore;
import io.slipway.model.json.Json;
import io.slipway.workflows.contract.FleetRun;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import java.util.List;

/** Starts, finds and continues fleets on a Temporal server. */
public final class Fleets {
    private final WorkflowClient client;
    private final String taskQueue;
    private final FleetStore journals;

    /** Fleets on a server, with their journals. */
    public Fleets(WorkflowClient client, String taskQueue, FleetStore journals) {
        this.client = client;
        this.taskQueue = taskQueue;
        this.journals = journals;
    }

    /**
     * Starts a fleet under that id.
     *
     * @param by who starts it, as claimed
     */
    public FleetHandle start(String fleet, String id, String by) {
        return submit(Json.mapper().createObjectNode().put("fleet", fleet).put("by", by), id);
    }

    /**
     * Goes on with a fleet that is over, or whose server is gone, from its journal: failed targets begin again.
     *
     * @param skip failed targets that are gone on without
     */
    public FleetHandle resume(String id, String by, List<String> skip) {
        ObjectNode input = Json.mapper().createObjectNode().put("resume", true).put("by", by);
        skip.forEach(input.putArray("skip")::add);
        return submit(input, id);
    }

    private FleetHandle submit(ObjectNode input, String id) {
        WorkflowStub stub = client.newUntypedWorkflowStub(
                FleetRun.TYPE,
                WorkflowOptions.newBuilder()
                        .setWorkflowId(id)
                        .setTaskQueue(taskQueue)
                        .setStaticSummary("slipway fleet " + input.path("fleet").asText(id))
                        .build());
        stub.start(input);
        return new FleetHandle(id, stub, journals);
    }

    /** A fleet by the id of its run. Nothing is asked of the server yet. */
    public FleetHandle find(String id) {
        return new FleetHandle(id, client.newUntypedWorkflowStub(id), journals);
    }
}
