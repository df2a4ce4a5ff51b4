package io.slipway.faults;

import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.activities.cluster.failure.FailureRules;
import io.slipway.activities.diagnosis.Diagnosis;
import io.slipway.activities.diagnosis.Snapshot;
import io.slipway.activities.diagnosis.collect.SnapshotCollector;
import io.slipway.model.journal.Decision;
import io.slipway.model.journal.Finding;
import io.slipway.model.spec.Ref;
import io.slipway.sandbox.store.Deletion;
import io.slipway.sandbox.store.Kinds;
import io.slipway.worker.engine.RolloutHandle;
import io.slipway.workflows.contract.DecisionRequest;
import io.slipway.workflows.contract.RolloutInput;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** The rollout of {@link BrokenPipeline}, carried out to its end, and the evidence of each row as the cluster has it. */
final class BrokenRollout {
    private final Lab lab;
    private final RolloutHandle handle;
    private final Map<String, Snapshot> evidence = new HashMap<>();

    private BrokenRollout(Lab lab, RolloutHandle handle) {
        this.lab = lab;
        this.handle = handle;
    }

    /** Runs it; when this returns, all its steps have ended. */
    static BrokenRollout run(Lab lab, List<FaultRow> waits, List<FaultRow> diagnoses) {
        RolloutHandle handle = lab.engine().start(RolloutInput.of(BrokenPipeline.NAME));
        BrokenRollout rollout = new BrokenRollout(lab, handle);
        rollout.awaitApproval();
        diagnoses.stream()
                .filter(row -> row.make().equals("held"))
                .forEach(row -> lab.parts()
                        .sandbox()
                        .store()
                        .delete(Kinds.CONFIG_MAP, row.name(), row.name(), Deletion.BACKGROUND));
        waits.forEach(row -> rollout.collect(row, snapshot -> speaks(row, snapshot)));
        diagnoses.forEach(row -> rollout.collect(
                row,
                snapshot -> Diagnosis.of(snapshot).findings().stream()
                        .map(Finding::rule)
                        .anyMatch(row.rule()::equals)));
        handle.decide(Decision.Kind.APPROVE, new DecisionRequest(BrokenPipeline.APPROVAL, "tester", "", false));
        if (handle.await(Lab.LONG).isEmpty()) {
            throw new AssertionError("the rollout did not end: " + handle.overview());
        }
        return rollout;
    }

    private static boolean speaks(FaultRow row, Snapshot snapshot) {
        boolean isRule = FailureRules.standard().texts().stream()
                .anyMatch(rule -> rule.name().equals(row.rule()));
        return !isRule
                || Trees.of(row, snapshot)
                        .cause(FailureRules.standard())
                        .filter(cause -> cause.rule().equals(row.rule()))
                        .isPresent();
    }

    private void awaitApproval() {
        Awaitility.await("the approval is asked for").atMost(Lab.LONG).until(() -> {
            handle.await(Duration.ofMillis(1)).ifPresent(end -> {
                throw new IllegalStateException(end.message());
            });
            return handle.overview().waiting().containsKey(BrokenPipeline.APPROVAL);
        });
    }

    /** Keeps the first snapshot in which the rule speaks; without one the last, for the test of the row to say so. */
    private void collect(FaultRow row, Predicate<Snapshot> speaks) {
        Awaitility.await(row.rule()).atMost(Lab.LONG).until(() -> {
            Snapshot snapshot = look(row);
            evidence.put(row.name(), snapshot);
            return snapshot.subjects().stream().anyMatch(one -> one.name().equals(row.of())) && speaks.test(snapshot);
        });
    }

    private Snapshot look(FaultRow row) throws InterruptedException {
        Ref of = new Ref(row.of());
        ObjectRef object = lab.cluster().kinds().called(of.kind()).ref(row.name(), of.name());
        return new SnapshotCollector(lab.cluster()).ofObjects("", row.name(), List.of(object));
    }

    RolloutHandle handle() {
        return handle;
    }

    Snapshot snapshot(FaultRow row) {
        return evidence.get(row.name());
    }

    Trees tree(FaultRow row) {
        return Trees.of(row, snapshot(row));
    }
}
