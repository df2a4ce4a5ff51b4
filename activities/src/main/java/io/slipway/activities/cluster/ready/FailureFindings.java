package io.slipway.activities.cluster.ready;

import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.activities.cluster.failure.FailureCause;
import io.slipway.activities.step.StepContext;
import io.slipway.model.journal.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is known of objects that will not become what they should: the cause first, then what diagnosis finds. */
public final class FailureFindings {
    private static final int MOST = 10;

    private final StepContext context;
    private final Diagnostician diagnostician;

    /** Findings of a step. */
    public FailureFindings(StepContext context, Diagnostician diagnostician) {
        this.context = context;
        this.diagnostician = diagnostician;
    }

    /** Looks, and records what it found; none twice. */
    public List<Finding> of(Optional<FailureCause> cause, List<ObjectRef> objects) throws InterruptedException {
        List<Finding> all = new ArrayList<>();
        cause.ifPresent(
                told -> all.add(new Finding(told.rule(), told.object(), told.cause(), told.fix(), "", List.of())));
        for (Finding finding : diagnostician.findings(context, objects)) {
            boolean known = all.stream()
                    .anyMatch(each ->
                            each.rule().equals(finding.rule()) && each.object().equals(finding.object()));
            if (!known) {
                all.add(finding);
            }
        }
        all.forEach(context.recorder()::finding);
        return all.stream().limit(MOST).toList();
    }
}
