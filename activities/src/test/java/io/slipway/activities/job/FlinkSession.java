package io.slipway.activities.job;

import io.slipway.activities.cluster.TestCluster;
import io.slipway.activities.cluster.ready.Diagnostician;
import io.slipway.activities.cluster.ready.ReadyWaiter;
import io.slipway.activities.deploy.DeployHandler;
import io.slipway.activities.step.FakeTask;
import io.slipway.model.action.Deploy;
import io.slipway.model.json.Json;
import io.slipway.model.spec.Binder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A cluster with the Flink session cluster of the example {@code savepoint}, ready for jobs. */
public final class FlinkSession {
    private static final Path MANIFEST = Path.of("../examples/savepoint/manifests/flink.yaml");

    private FlinkSession() {}

    /** Starts one; it is the caller's to close. */
    public static TestCluster start() throws IOException, InterruptedException {
        TestCluster cluster = TestCluster.working();
        new DeployHandler(cluster.clusters(), new ReadyWaiter(cluster.clusters(), Diagnostician.none()))
                .run(
                        Binder.read(Deploy.class, Json.tree(Map.of("manifests", List.of("flink.yaml"), "wait", true))),
                        cluster.step(new FakeTask()).withFile("flink.yaml", Files.readString(MANIFEST)));
        return cluster;
    }
}
