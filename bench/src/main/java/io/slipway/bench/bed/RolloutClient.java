package io.slipway.bench.bed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.model.journal.JournalEvent;
import io.slipway.model.json.Json;
import io.slipway.worker.engine.Engine;
import io.slipway.worker.engine.RolloutHandle;
import io.slipway.worker.settings.EngineSettings;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Starts rollouts for workers of other processes, on a task queue of its own, and reads their journals. */
public final class RolloutClient implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final AtomicInteger STARTED = new AtomicInteger();

    private final String address;
    private final Path folder;
    private final Path pipelines;
    private final String taskQueue;
    private final WorkflowServiceStubs service;
    private final Engine engine;

    private RolloutClient(String address, Path folder, Path pipelines, String taskQueue) {
        this.address = address;
        this.folder = folder;
        this.pipelines = pipelines;
        this.taskQueue = taskQueue;
        this.service = TestBed.connect(address);
        this.engine = Engine.start(EngineSettings.client(service, state()).at("default", taskQueue));
    }

    /** A client of the development server for pipelines of that folder. */
    public static RolloutClient of(Lab lab, Path pipelines) throws IOException {
        return of(lab, Part.TEMPORAL, pipelines);
    }

    /** A client of that Temporal server for pipelines of that folder. */
    public static RolloutClient of(Lab lab, Part server, Path pipelines) throws IOException {
        Path folder = Files.createTempDirectory(lab.work(), "rollouts-");
        String queue = "bench-" + ProcessHandle.current().pid() + "-" + folder.getFileName();
        return new RolloutClient(lab.bed().temporal(server), folder, pipelines, queue);
    }

    String address() {
        return address;
    }

    String taskQueue() {
        return taskQueue;
    }

    Path state() {
        return folder.resolve("state");
    }

    Path pipelines() {
        return pipelines;
    }

    /** Starts a rollout in a namespace. */
    public RolloutHandle start(String pipeline, String namespace, Map<String, String> params) {
        ObjectNode input =
                Json.mapper().createObjectNode().put("pipeline", pipeline).put("onFailure", "fail");
        ObjectNode values = input.putObject("params");
        params.forEach(values::put);
        values.put("namespace", namespace);
        return engine.submit(input, pipeline + "-" + ProcessHandle.current().pid() + "-" + STARTED.incrementAndGet());
    }

    /** Waits for its success. */
    public static void succeeded(RolloutHandle rollout) {
        RolloutHandle.End end = rollout.await(LONGEST)
                .orElseThrow(() -> new IllegalStateException(rollout.id() + " has no end within " + LONGEST));
        if (!end.succeeded()) {
            throw new IllegalStateException(rollout.id() + ": " + end.message());
        }
    }

    /** What its journal has so far. */
    public List<JournalEvent> events(RolloutHandle rollout) {
        return engine.journals().events(rollout.id());
    }

    @Override
    public void close() {
        engine.close();
        service.shutdownNow();
    }
}
