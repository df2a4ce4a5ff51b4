package io.slipway.wrong;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slipway.activities.store.JournalStore;
import io.slipway.activities.store.Stores;
import io.slipway.cli.ServerLab;
import io.slipway.model.journal.StepRecord;
import io.slipway.model.journal.StepStatus;
import io.slipway.sandbox.api.AuditEvent;
import io.slipway.worker.engine.RolloutHandle;
import io.slipway.workflows.contract.RolloutInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A server and a cluster with rollouts that wait, run, have failed and are over. */
final class WrongLab implements AutoCloseable {
    private static final Duration LONG = Duration.ofSeconds(60);

    private final Path folder;
    private final ServerLab lab;
    private final List<RolloutHandle> started = new ArrayList<>();
    private Path here;

    WrongLab(Path folder) throws IOException {
        this.folder = folder;
        this.here = folder;
        WrongPipelines.write(folder);
        this.lab = new ServerLab(folder, List.of(folder));
        begin();
    }

    private void begin() throws IOException {
        RolloutHandle over = start("over");
        await().atMost(LONG).until(() -> over.await(Duration.ofMillis(1)).isPresent());
        RolloutHandle gate = start("gate");
        await().atMost(LONG).until(() -> gate.overview().waiting().containsKey("go"));
        RolloutHandle broken = start("broken");
        RolloutHandle lost = start("lost");
        await().atMost(LONG).until(() -> broken.overview().waiting().containsKey("look"));
        await().atMost(LONG).until(() -> lost.overview().waiting().containsKey("look"));
        RolloutHandle busy = start("busy");
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(busy.journal().step("nap").map(StepRecord::status))
                        .as("nap; " + busy.await(Duration.ofMillis(1)))
                        .contains(StepStatus.RUNNING));
        WrongPipelines.spoil(folder);
    }

    private RolloutHandle start(String pipeline) {
        RolloutHandle handle = lab.worker().engine().start(RolloutInput.of(pipeline));
        started.add(handle);
        lab.keep(pipeline.toUpperCase(Locale.ROOT), handle.id());
        return handle;
    }

    /** A folder with a rollout of its own, whose process has ended. */
    void knows(Path place) {
        here = place;
        lab.keep("HERE", journals(place).rollouts().getFirst());
    }

    private static JournalStore journals(Path place) {
        return Stores.in(place.resolve(".slipway")).journals();
    }

    ServerLab server() {
        return lab;
    }

    /** All that a wrong use must not change: every event of every journal, and every write to the cluster. */
    Map<String, List<?>> state() throws IOException {
        Map<String, List<?>> state = new LinkedHashMap<>();
        for (Path place : List.of(folder, here)) {
            JournalStore journals = journals(place);
            journals.rollouts().forEach(rollout -> state.put(rollout, journals.events(rollout)));
        }
        state.put("requests here", Files.readAllLines(here.resolve(".slipway/sandbox/audit.jsonl")));
        state.put(
                "writes",
                lab.cluster().sandbox().audit().events().stream()
                        .filter(AuditEvent::wrote)
                        .filter(event -> !event.group().equals("authorization.k8s.io"))
                        .toList());
        return state;
    }

    @Override
    public void close() throws IOException {
        for (RolloutHandle rollout : started) {
            if (rollout.await(Duration.ofMillis(1)).isEmpty()) {
                rollout.terminate("the test is over");
            }
        }
        lab.close();
    }
}
