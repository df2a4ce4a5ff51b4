package io.slipway.faults;

import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.rollout.FolderPlanning;
import io.slipway.cli.engine.SandboxLab;
import io.slipway.model.journal.StepDetail;
import io.slipway.model.journal.StepRecord;
import io.slipway.model.journal.StepResult;
import io.slipway.model.json.Json;
import io.slipway.worker.engine.Engine;
import io.slipway.worker.engine.RolloutHandle;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A sandbox with faults and an engine beside it, for as long as a test class runs. */
final class Lab implements AutoCloseable {
    /** Generous: a busy machine is no reason to fail. */
    static final Duration LONG = Duration.ofMinutes(5);

    /** How long something may take to show. */
    static final Duration SHORT = Duration.ofSeconds(60);

    private final SandboxLab parts;
    private final Cluster cluster;

    private Lab(SandboxLab parts) {
        this.parts = parts;
        this.cluster = new Cluster(parts.target().client());
    }

    /** Starts; pipelines are sub-folders of the folders, the state goes into the first. */
    static Lab start(List<Path> folders, List<String> faults, double pace) throws IOException {
        return new Lab(SandboxLab.start(
                folders.getFirst().resolve(".slipway"), new FolderPlanning(folders, Optional.empty()), faults, pace));
    }

    Engine engine() {
        return parts.engine();
    }

    Cluster cluster() {
        return cluster;
    }

    SandboxLab parts() {
        return parts;
    }

    /** What a step's last try left. */
    Evidence evidence(RolloutHandle rollout, String step) {
        StepRecord record =
                rollout.journal().step(step).orElseThrow(() -> new AssertionError("the step " + step + " did not run"));
        StepResult result = record.result().orElseThrow(() -> new AssertionError("the step " + step + " has no end"));
        StepDetail detail = result.detail()
                .flatMap(hash -> engine().blobs().text(hash))
                .map(text -> Json.read(text, StepDetail.class))
                .orElse(StepDetail.empty());
        return new Evidence(result, detail);
    }

    /** A step's result and its evidence. */
    record Evidence(StepResult result, StepDetail detail) {}

    @Override
    public void close() throws IOException {
        cluster.close();
        parts.close();
    }
}
