package io.slipway.cli.temporal;

import com.uber.m3.tally.Scope;
import io.slipway.activities.secrets.ValueMasker;
import io.slipway.cli.error.CliException;
import io.slipway.cli.home.Home;
import io.slipway.cli.logging.LogMask;
import io.slipway.sandbox.temporal.EmbeddedTemporal;
import io.slipway.worker.settings.EngineSettings;
import io.temporal.api.workflowservice.v1.GetSystemInfoRequest;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.util.Optional;

/** A Temporal server that answers: one inside this process, which keeps nothing on disk, or one elsewhere. */
public final class TemporalServer implements AutoCloseable {
    private final WorkflowServiceStubs stubs;
    private final Optional<TemporalSettings> elsewhere;
    private final Optional<EmbeddedTemporal> here;

    private TemporalServer(
            WorkflowServiceStubs stubs, Optional<TemporalSettings> elsewhere, Optional<EmbeddedTemporal> here) {
        this.stubs = stubs;
        this.elsewhere = elsewhere;
        this.here = here;
    }

    /** Starts one inside this process. */
    public static TemporalServer embedded() {
        EmbeddedTemporal temporal = EmbeddedTemporal.start();
        WorkflowServiceStubs stubs = WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                .setChannel(temporal.channel())
                .validateAndBuildWithDefaults());
        return new TemporalServer(stubs, Optional.empty(), Optional.of(temporal));
    }

    /**
     * Connects to one elsewhere.
     *
     * @throws io.slipway.cli.error.CliException when it does not answer, refuses us, or has no such namespace
     */
    public static TemporalServer connect(TemporalSettings settings) {
        return connect(settings, Optional.empty());
    }

    /** The same; the client counts there what it does. */
    public static TemporalServer connect(TemporalSettings settings, Optional<Scope> metrics) {
        Optional.ofNullable(settings.profile().getApiKey()).ifPresent(TemporalServer::hide);
        return new TemporalServer(
                TemporalConnector.connect(settings, metrics), Optional.of(settings), Optional.empty());
    }

    /** Why there is no connecting to one elsewhere now; empty when there is. */
    public static Optional<CliException> trouble(TemporalSettings settings) {
        try {
            TemporalConnector.connect(settings, Optional.empty()).shutdownNow();
            return Optional.empty();
        } catch (CliException e) {
            return Optional.of(e);
        }
    }

    private static void hide(String apiKey) {
        ValueMasker masker = new ValueMasker();
        masker.learn(apiKey);
        LogMask.add(masker::mask);
    }

    /** What an engine needs of it. */
    public EngineSettings settings(Home home) {
        EngineSettings usual = EngineSettings.client(stubs, home.folder()).storing(home.stores());
        return elsewhere
                .map(settings -> usual.at(settings.namespace(), settings.taskQueue()))
                .orElse(usual);
    }

    /** The settings of a server elsewhere, which goes on when this process ends. */
    public Optional<TemporalSettings> elsewhere() {
        return elsewhere;
    }

    /**
     * Whether it gives up a worker that was killed and hands its workflows to another. The server that tests and the
     * sandbox use has no version, and does not.
     */
    public boolean givesUpLostWorkers() {
        return here.isPresent()
                || !stubs.blockingStub()
                        .getSystemInfo(GetSystemInfoRequest.getDefaultInstance())
                        .getServerVersion()
                        .isEmpty();
    }

    /** Whether it answers now. */
    public boolean answers() {
        return TemporalConnector.answers(stubs);
    }

    @Override
    public void close() {
        stubs.shutdownNow();
        here.ifPresent(EmbeddedTemporal::close);
    }
}
