package io.slipway.reports;

import io.slipway.model.journal.StepStatus;
import java.util.List;

/**
 * A stage.
 *
 * @param stage its name
 * @param description its description, or empty
 * @param status failed or paused when a step is; running, pending or skipped when that holds; else succeeded
 * @param seconds from its first start to its last end
 * @param steps its steps in order
 */
public record StageReport(String stage, String description, StepStatus status, double seconds, List<StepReport> steps) {
    public StageReport {
        steps = List.copyOf(steps);
    }
}
