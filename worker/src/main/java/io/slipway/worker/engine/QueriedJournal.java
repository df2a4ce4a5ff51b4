package io.slipway.worker.engine;

import io.slipway.model.journal.Journal;
import io.slipway.model.journal.StepRecord;
import io.slipway.workflows.contract.RolloutOverview;
import io.slipway.workflows.contract.StepPage;
import io.temporal.client.WorkflowStub;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A journal asked of the workflow itself, for those who do not share the worker's state folder. Steps, their results and
 * decisions that wait are in it; parameters, decisions taken and evidence are in the worker's folder alone.
 */
final class QueriedJournal {
    private QueriedJournal() {}

    static Journal of(String id, WorkflowStub stub) {
        RolloutOverview overview = stub.query("overview", RolloutOverview.class);
        Map<String, StepRecord> steps = new LinkedHashMap<>();
        for (int page = 0; ; page++) {
            List<StepRecord> records = stub.query("steps", StepPage.class, page).steps();
            if (records.isEmpty()) {
                break;
            }
            records.forEach(record -> steps.put(record.step(), record));
        }
        return new Journal(
                id,
                overview.pipeline(),
                overview.plan(),
                overview.target(),
                "",
                Map.of(),
                overview.by(),
                overview.simulated(),
                overview.status(),
                overview.message(),
                overview.started(),
                overview.finished(),
                overview.started().isPresent() ? 1 : 0,
                steps,
                new ArrayList<>(),
                Map.of(),
                Optional.empty(),
                new ArrayList<>(),
                List.of());
    }
}
