package io.slipway.workflows.contract;

import io.slipway.model.journal.StepRecord;
import java.util.List;

/** Some steps of a journal, in order. */
public record StepPage(List<StepRecord> steps) {
    public StepPage {
        steps = List.copyOf(steps);
    }
}
