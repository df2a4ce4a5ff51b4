package io.slipway.workflows.rollout;

import io.slipway.workflows.contract.SearchAttributes;
import io.temporal.workflow.Workflow;

/** Keeps the search attributes true, where the server knows them. */
final class Status {
    private final Run run;
    private String published = "";

    Status(Run run) {
        this.run = run;
    }

    void publish() {
        String word = run.ledger().status().word();
        if (!run.prepared().searchAttributes() || word.equals(published)) {
            return;
        }
        published = word;
        Workflow.upsertTypedSearchAttributes(
                SearchAttributes.PIPELINE.valueSet(run.header().pipeline()),
                SearchAttributes.TARGET.valueSet(run.target().name()),
                SearchAttributes.STATUS.valueSet(word));
    }
}
