package io.slipway.workflows.fleet;

import io.slipway.model.fleet.FleetEvent;
import io.slipway.model.fleet.FleetJournal;
import io.slipway.model.fleet.TargetRecord;
import io.slipway.model.fleet.TargetStatus;
import io.slipway.workflows.contract.FleetActivities;
import io.temporal.activity.LocalActivityOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The workflow's copy of the fleet's journal; what is written here goes into the file. */
final class FleetLedger {
    private final FleetActivities file = Workflow.newLocalActivityStub(
            FleetActivities.class,
            LocalActivityOptions.newBuilder()
                    .setStartToCloseTimeout(Duration.ofSeconds(10))
                    .build());
    private final FleetJournal journal;

    FleetLedger(String id) {
        journal = new FleetJournal(id);
    }

    static Instant now() {
        return Instant.ofEpochMilli(Workflow.currentTimeMillis());
    }

    /** Takes over what earlier runs left, without a word in the file. */
    void adopt(FleetActivities.Prepared prepared) {
        prepared.records().forEach(journal::adopt);
        prepared.passed().forEach(wave -> journal.apply(new FleetEvent.GatePassed(wave, now())));
    }

    /** Takes note of what the file knows already. */
    void note(FleetEvent event) {
        journal.apply(event);
    }

    /** Also while the work that says it is being cancelled. */
    void write(FleetEvent event) {
        journal.apply(event);
        FleetActivities.Batch batch = new FleetActivities.Batch(journal.id(), List.of(event));
        Workflow.newDetachedCancellationScope(() -> file.record(batch)).run();
    }

    void moved(String target, TargetStatus status, String rollout, String cause, String fix) {
        write(new FleetEvent.TargetMoved(target, status, rollout, cause, fix, now()));
    }

    FleetJournal journal() {
        return journal;
    }

    TargetRecord target(String name) {
        return journal.target(name);
    }

    /** How many are in that status. */
    int count(TargetStatus status) {
        return Math.toIntExact(journal.targets().stream()
                .filter(record -> record.status() == status)
                .count());
    }

    /** Those in that status, in the order in which they began. */
    List<TargetRecord> in(TargetStatus status) {
        return journal.targets().stream()
                .filter(record -> record.status() == status)
                .toList();
    }
}
