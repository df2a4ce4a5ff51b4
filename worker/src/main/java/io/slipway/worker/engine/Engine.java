package io.slipway.worker.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Stage;
import io.slipway.activities.bundle.BundleReference;
import io.slipway.activities.rollout.GroupServer;
import io.slipway.activities.secrets.Masker;
import io.slipway.activities.step.ProgressBoard;
import io.slipway.activities.store.BlobStore;
import io.slipway.activities.store.JournalStore;
import io.slipway.activities.store.LogFolder;
import io.slipway.activities.store.Stores;
import io.slipway.activities.store.Sweeper;
import io.slipway.model.json.Json;
import io.slipway.worker.fleet.Fleets;
import io.slipway.worker.groups.AskedServer;
import io.slipway.worker.groups.LearnedMark;
import io.slipway.worker.schedule.Schedules;
import io.slipway.worker.settings.EngineSettings;
import io.slipway.worker.wiring.EngineModule;
import io.slipway.worker.wiring.RolloutWorker;
import io.slipway.workflows.contract.AmendRequest;
import io.slipway.workflows.contract.Amended;
import io.slipway.workflows.contract.PayloadConverters;
import io.slipway.workflows.contract.PlanActivities;
import io.slipway.workflows.contract.RevalidateRequest;
import io.slipway.workflows.contract.Revalidation;
import io.slipway.workflows.contract.Rollout;
import io.slipway.workflows.contract.RolloutInput;
import io.slipway.workflows.contract.UndoRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Starts, finds and resumes rollouts on a Temporal server, and, when its settings say so, carries them out in this
 * process.
 */
public final class Engine implements AutoCloseable {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private static final Duration SWEEP_EVERY = Duration.ofDays(1);

    private final EngineSettings settings;
    private final WorkflowClient client;
    private final Injector injector;
    private final Optional<RolloutWorker> worker;
    private final Optional<Upkeep> upkeep;

    private Engine(
            EngineSettings settings,
            WorkflowClient client,
            Injector injector,
            Optional<RolloutWorker> worker,
            Optional<Upkeep> upkeep) {
        this.settings = settings;
        this.client = client;
        this.injector = injector;
        this.worker = worker;
        this.upkeep = upkeep;
    }

    /** An engine; its worker polls when this returns. */
    public static Engine start(EngineSettings settings) {
        WorkflowClient client = WorkflowClient.newInstance(
                settings.service(),
                WorkflowClientOptions.newBuilder()
                        .setNamespace(settings.namespace())
                        .setDataConverter(PayloadConverters.standard())
                        .validateAndBuildWithDefaults());
        Injector injector = Guice.createInjector(Stage.PRODUCTION, new EngineModule(settings, client));
        Optional<RolloutWorker> worker = settings.work().map(work -> injector.getInstance(RolloutWorker.class));
        try {
            worker.ifPresent(RolloutWorker::start);
            Optional<Upkeep> upkeep = settings.work()
                    .map(work -> Upkeep.begin(
                            () -> injector.getInstance(Sweeper.class).sweep(work.retention()), SWEEP_EVERY));
            return new Engine(settings, client, injector, worker, upkeep);
        } catch (RuntimeException e) {
            worker.ifPresent(RolloutWorker::close);
            throw e;
        }
    }

    /** Starts a rollout under a new id: the pipeline's name, the time, and three characters. */
    public RolloutHandle start(RolloutInput input) {
        return start(input, newId(BundleReference.pipelineOf(input.pipeline())));
    }

    /** Starts a rollout under that id. */
    public RolloutHandle start(RolloutInput input, String id) {
        return submit(Json.tree(input), id);
    }

    /**
     * Goes on with a rollout that is over, or whose server is gone, from its journal.
     *
     * @param by who resumes it, as claimed
     */
    public RolloutHandle resume(String id, String by) {
        return submit(Json.mapper().createObjectNode().put("resume", true).put("by", by), id);
    }

    /**
     * Opens a rollout again for a decision: as {@link #resume}, but a step that waited for a person waits again and is
     * not tried again by itself.
     */
    public RolloutHandle reopen(String id, String by) {
        return submit(
                Json.mapper()
                        .createObjectNode()
                        .put("resume", true)
                        .put("hold", true)
                        .put("by", by),
                id);
    }

    /** Goes on with a rollout that is over, or whose server is gone, with its pipeline as it is now. */
    public RolloutHandle amend(String id, AmendRequest request) {
        return goOn(id, request.by(), "amend", request);
    }

    /** What {@link #amend} would come to. Only where a worker of this process could carry it out. */
    public Amended foresee(String id, AmendRequest request) {
        return injector.getInstance(PlanActivities.class).amend(new PlanActivities.AmendCall(id, request, false));
    }

    /** Takes back what a rollout did that is over, or whose server is gone. */
    public RolloutHandle undo(String id, UndoRequest request) {
        return goOn(id, request.by(), "undo", request);
    }

    private RolloutHandle goOn(String id, String by, String how, Object request) {
        ObjectNode input = Json.mapper().createObjectNode().put("resume", true).put("by", by);
        input.set(how, Json.tree(request));
        return submit(input, id);
    }

    /** Looks again at what a rollout of the pipeline left, under a new id. */
    public RolloutHandle revalidate(String pipeline, String target, RevalidateRequest request, String by) {
        ObjectNode input = Json.mapper()
                .createObjectNode()
                .put("pipeline", pipeline)
                .put("target", target)
                .put("by", by);
        input.set("revalidate", Json.tree(request));
        return submit(Revalidation.TYPE, input, newId(pipeline + "-revalidate"));
    }

    /** Starts a rollout with an input as somebody might have typed it. */
    public RolloutHandle submit(JsonNode input, String id) {
        return submit(Rollout.TYPE, input, id);
    }

    private RolloutHandle submit(String type, JsonNode input, String id) {
        WorkflowStub stub = client.newUntypedWorkflowStub(
                type,
                WorkflowOptions.newBuilder()
                        .setWorkflowId(id)
                        .setTaskQueue(settings.taskQueue())
                        .setStaticSummary("slipway " + input.path("pipeline").asText(id))
                        .build());
        stub.start(input);
        return new RolloutHandle(id, stub, this);
    }

    /** A rollout by its id. Nothing is asked of the server yet. */
    public RolloutHandle find(String id) {
        return new RolloutHandle(id, client.newUntypedWorkflowStub(id), this);
    }

    /** The rollouts that the server knows, the latest first, at most so many. */
    public List<RolloutEntry> rollouts(int limit) {
        return new RolloutListing(client).latest(limit);
    }

    /** The schedules that the server keeps. */
    public Schedules schedules() {
        return new Schedules(settings.service(), settings.namespace());
    }

    /** The fleets. */
    public Fleets fleets() {
        return new Fleets(client, settings.taskQueue(), settings.stores().fleets());
    }

    /** The server, as concurrency groups see it: what it knows of the holder of one. */
    public GroupServer groups() {
        return new AskedServer(client, LearnedMark.of(settings.service(), settings.namespace()));
    }

    /** The task queue that rollouts are started on. */
    public String taskQueue() {
        return settings.taskQueue();
    }

    /** An id for a rollout of that pipeline that starts now. */
    public static String newId(String pipeline) {
        byte[] tail = new byte[2];
        ThreadLocalRandom.current().nextBytes(tail);
        String stamp = STAMP.format(Clock.systemUTC().instant());
        return (pipeline.isEmpty() ? "rollout" : pipeline) + "-" + stamp + "-"
                + HexFormat.of().formatHex(tail).substring(1);
    }

    /** The journals of this engine's rollouts. */
    public JournalStore journals() {
        return settings.stores().journals();
    }

    /** Where the files of a rollout belong on this machine, such as its reports. */
    public Path folder(String rollout) {
        return LogFolder.of(settings.state().resolve(Stores.ROLLOUTS), rollout);
    }

    /** The blobs that these name. */
    public BlobStore blobs() {
        return settings.stores().blobs();
    }

    /** What the steps that run in this process say; empty when others carry the rollouts out. */
    Optional<ProgressBoard> board() {
        return worker.map(here -> injector.getInstance(ProgressBoard.class));
    }

    /** Knows the secrets that steps of this process use; empty when others carry the rollouts out. */
    public Optional<Masker> masker() {
        return worker.map(here -> injector.getInstance(Masker.class));
    }

    /** Whether a worker of this process polls. */
    public boolean polls() {
        return worker.filter(RolloutWorker::polls).isPresent();
    }

    WorkflowClient client() {
        return client;
    }

    EngineSettings settings() {
        return settings;
    }

    /** Takes nothing new, and lets the steps under way end by themselves for at most so long. Close it afterwards. */
    public void drain(Duration atMost) {
        worker.ifPresent(here -> here.drain(atMost));
    }

    /** Stops the worker; steps under way are taken up by the next one. The server is still polled for a moment. */
    public void stop() {
        upkeep.ifPresent(Upkeep::close);
        worker.ifPresent(RolloutWorker::stop);
    }

    /** Stops the worker, and waits until the server is no longer polled. */
    @Override
    public void close() {
        upkeep.ifPresent(Upkeep::close);
        worker.ifPresent(RolloutWorker::close);
    }
}
