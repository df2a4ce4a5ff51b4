package io.slipway.cli.engine;

import io.slipway.activities.rollout.FolderPlanning;
import io.slipway.sandbox.temporal.EmbeddedTemporal;
import io.slipway.worker.engine.Engine;
import io.slipway.worker.engine.RolloutHandle;
import io.slipway.worker.settings.EngineSettings;
import io.slipway.workflows.contract.RolloutInput;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryRequest;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs a pipeline of the working directory on a sandbox and writes the bytes of its workflow's history into a file. */
public final class HistoryMain {
    /** The file with the history, as the server sends it: payloads are in it as they are. */
    public static final String FILE = "history.bin";

    private HistoryMain() {}

    /** Ends with 0 when the rollout is over, however it ended. */
    public static void main(String[] args) throws Exception {
        Path directory = Path.of("").toAbsolutePath();
        Path home = directory.resolve(".slipway");
        try (SandboxCluster sandbox =
                        SandboxCluster.start(Optional.of(home.resolve("sandbox")), 0, "datalyptica", List.of());
                EmbeddedTemporal temporal = EmbeddedTemporal.start()) {
            WorkflowServiceStubs stubs = WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                    .setChannel(temporal.channel())
                    .validateAndBuildWithDefaults());
            FolderPlanning planning = new FolderPlanning(List.of(directory), Optional.empty());
            EngineSettings settings = EngineSettings.of(stubs, home, new NamedTargets(sandbox.target()), planning);
            try (Engine engine = Engine.start(settings)) {
                RolloutHandle rollout = engine.start(input(args[0]));
                if (rollout.await(Duration.ofMinutes(2)).isEmpty()) {
                    throw new AssertionError("the rollout did not end");
                }
                Files.write(directory.resolve(FILE), history(stubs, settings.namespace(), rollout.id()));
            }
        }
        System.exit(0);
    }

    private static RolloutInput input(String pipeline) {
        return new RolloutInput(
                pipeline,
                Map.of(),
                "",
                "sandbox",
                "",
                false,
                false,
                "ada",
                "",
                "",
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static byte[] history(WorkflowServiceStubs stubs, String namespace, String rollout) {
        return stubs.blockingStub()
                .getWorkflowExecutionHistory(GetWorkflowExecutionHistoryRequest.newBuilder()
                        .setNamespace(namespace)
                        .setExecution(WorkflowExecution.newBuilder().setWorkflowId(rollout))
                        .build())
                .toByteArray();
    }
}
