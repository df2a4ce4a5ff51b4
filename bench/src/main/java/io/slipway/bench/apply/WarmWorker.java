package io.slipway.bench.apply;

import io.slipway.bench.bed.Lab;
import io.slipway.bench.bed.Memory;
import io.slipway.bench.bed.RolloutClient;
import io.slipway.bench.bed.WorkerProcess;
import java.io.IOException;
import java.util.Map;

/** A rollout on a worker that runs already: from its start over Temporal to its end, planning and inventory included. */
final class WarmWorker implements Tool, AutoCloseable {
    private static final double NANOS = 1e9;

    private final RolloutClient client;
    private final WorkerProcess worker;

    private WarmWorker(RolloutClient client, WorkerProcess worker) {
        this.client = client;
        this.worker = worker;
    }

    static WarmWorker start(Lab lab, ObjectFiles files) throws IOException, InterruptedException {
        RolloutClient client = RolloutClient.of(lab, files.pipeline().getParent());
        return new WarmWorker(client, WorkerProcess.start(lab, client));
    }

    @Override
    public String name() {
        return "slipway, warm worker";
    }

    @Override
    public double apply(String namespace) {
        long begin = System.nanoTime();
        RolloutClient.succeeded(client.start(ObjectFiles.PIPELINE, namespace, Map.of()));
        return (System.nanoTime() - begin) / NANOS;
    }

    /** The most memory that the worker ever had. */
    int mostMiB() throws IOException {
        return Memory.mostMiB(worker.pid());
    }

    @Override
    public void close() {
        worker.close();
        client.close();
    }
}
