package io.slipway.faults;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.drift.Drift;
import io.slipway.activities.cluster.drift.DriftReader;
import io.slipway.activities.cluster.inventory.InventoryName;
import io.slipway.activities.rollout.FolderPlanning;
import io.slipway.activities.rollout.Planning;
import io.slipway.cli.engine.SandboxLab;
import io.slipway.model.journal.CheckResult;
import io.slipway.model.journal.StepDetail;
import io.slipway.model.journal.StepRecord;
import io.slipway.model.journal.StepResult;
import io.slipway.model.json.Json;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.worker.engine.RolloutHandle;
import io.slipway.workflows.contract.RolloutInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** A sandbox on which the shipped pipeline has been carried out, and the checks that may be asked of it. */
final class CheckedCluster implements AutoCloseable {
    private static final double PACE = 1000;
    private static final String ONLY_CHECKS = "checks";
    private static final String PREFLIGHT = "cluster";

    private final SandboxLab lab;
    private final Somebody somebody;

    private CheckedCluster(SandboxLab lab) {
        this.lab = lab;
        this.somebody = new Somebody(lab.sandbox().store());
    }

    /** Carries the shipped pipeline out. */
    static CheckedCluster start(Path folder) throws IOException {
        FolderPlanning shipped = new FolderPlanning(List.of(ChecksPipeline.shipped()), Optional.empty());
        FolderPlanning checks = new FolderPlanning(List.of(folder), Optional.empty());
        Planning planning = (input, target) -> (input.by().equals(ONLY_CHECKS) ? checks : shipped).plan(input, target);
        CheckedCluster cluster =
                new CheckedCluster(SandboxLab.start(folder.resolve(".slipway"), planning, List.of(), PACE));
        RolloutHandle rollout = cluster.lab.engine().start(input("", ""));
        RolloutHandle.End end = rollout.await(Lab.LONG).orElseThrow(() -> new AssertionError("no end"));
        if (!end.succeeded()) {
            throw new AssertionError(end.message());
        }
        cluster.kafka();
        ChecksPipeline.write(folder, rollout.journal(), Tables.read("probes.yaml"), cluster.credentials());
        return cluster;
    }

    /** What {@code probes.yaml} asks, and the pipeline does not have. */
    private void kafka() throws IOException {
        KubernetesClient client = lab.target().client();
        try (InputStream manifest = CheckedCluster.class.getResourceAsStream("kafka.yaml")) {
            client.load(manifest).serverSideApply();
        }
        client.apps().deployments().inNamespace("datalyptica").withName("kafka").waitUntilReady(1, TimeUnit.MINUTES);
    }

    /** Asks every check once; the results by {@code step/check}. */
    Map<String, CheckResult> ask() {
        RolloutHandle rollout = lab.engine().start(input(ONLY_CHECKS, ChecksPipeline.LAST));
        RolloutHandle.End end = rollout.await(Lab.LONG).orElseThrow(() -> new AssertionError("no end"));
        Map<String, CheckResult> results = new TreeMap<>();
        for (StepRecord step : rollout.journal().steps().values()) {
            step
                    .result()
                    .flatMap(StepResult::detail)
                    .flatMap(hash -> lab.engine().blobs().text(hash))
                    .stream()
                    .flatMap(text -> Json.read(text, StepDetail.class).checks().stream())
                    .filter(result -> !step.step().equals(PREFLIGHT))
                    .forEach(result -> results.put(step.step() + "/" + result.name(), result));
        }
        if (results.isEmpty()) {
            throw new AssertionError("nothing was checked: " + end.message());
        }
        return results;
    }

    /** Breaks the row's thing and asks until exactly its checks fail, or for a while; then mends it. */
    Map<String, CheckResult> strike(CheckRow row) {
        if (!row.fault().isEmpty()) {
            lab.strike(List.of(row.fault()));
        }
        Runnable mend = somebody.act(row);
        try {
            return await(row.failing());
        } finally {
            lab.heal();
            mend.run();
        }
    }

    /** The first results in which exactly these fail, or the last when there are none in time. */
    Map<String, CheckResult> await(List<String> failing) {
        Instant late = Instant.now().plus(Lab.SHORT);
        Map<String, CheckResult> results = ask();
        while (!failed(results).equals(failing) && Instant.now().isBefore(late)) {
            results = ask();
        }
        return results;
    }

    /** Those that failed, sorted. */
    static List<String> failed(Map<String, CheckResult> results) {
        return results.entrySet().stream()
                .filter(result -> !result.getValue().passed())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** What is not as the pipeline left it. */
    List<Drift> drift() throws InterruptedException {
        try (Cluster cluster = new Cluster(lab.target().client())) {
            return new DriftReader(cluster, new InventoryName(ChecksPipeline.NAME, ChecksPipeline.NAME)).read();
        }
    }

    private Map<String, String> credentials() {
        ObjectStore store = lab.sandbox().store();
        var data = store.view(Kinds.SECRET, "datalyptica", "minio-credentials")
                .orElseThrow()
                .path("data");
        return Map.of(
                "root_user",
                plain(data.path("root-user").asText()),
                "root_password",
                plain(data.path("root-password").asText()));
    }

    private static String plain(String base64) {
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }

    private static RolloutInput input(String by, String until) {
        Map<String, String> input = Map.of("pipeline", ChecksPipeline.NAME, "by", by, "until", until);
        return RolloutInput.read(Json.tree(input), new ArrayList<>());
    }

    @Override
    public void close() throws IOException {
        lab.close();
    }
}
