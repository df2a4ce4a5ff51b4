package io.slipway.activities.cluster.ready;

import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.activities.cluster.failure.FailureCause;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.journal.Failure;
import io.slipway.model.journal.Finding;
import java.util.List;
import java.util.Optional;

/** Tells why a wait failed. */
final class WaitStory {
    private final StepContext context;
    private final Diagnostician diagnostician;
    private final Optional<UserCondition> condition;

    WaitStory(StepContext context, Diagnostician diagnostician, Optional<UserCondition> condition) {
        this.context = context;
        this.diagnostician = diagnostician;
        this.condition = condition;
    }

    StepFailure failure(WaitOver over) throws InterruptedException {
        List<Finding> findings = findings(over);
        String object = over.cause()
                .map(FailureCause::object)
                .orElseGet(() -> over.last().unready().stream()
                        .findFirst()
                        .map(item -> item.ref().display())
                        .orElse(""));
        return new StepFailure(new Failure(
                String.valueOf(over.getMessage()), object, cause(over, findings), fix(over, findings), findings, true));
    }

    private List<Finding> findings(WaitOver over) throws InterruptedException {
        List<ObjectRef> left = over.last().unready().stream().map(Item::ref).toList();
        return new FailureFindings(context, diagnostician).of(over.cause(), left);
    }

    private String cause(WaitOver over, List<Finding> findings) {
        String trouble = condition.map(UserCondition::trouble).orElse("");
        if (over.cause().isEmpty() && !trouble.isEmpty()) {
            return trouble;
        }
        return over.cause()
                .map(FailureCause::cause)
                .or(() -> findings.stream().findFirst().map(Finding::cause))
                .or(() -> over.last().unready().stream()
                        .findFirst()
                        .map(item -> item.readiness().reason()))
                .orElse("none of the objects exists");
    }

    private static String fix(WaitOver over, List<Finding> findings) {
        return over.cause()
                .map(FailureCause::fix)
                .or(() -> findings.stream().findFirst().map(Finding::fix))
                .orElse("see the events and logs of the object; raise the step's timeout if it only needs"
                        + " more time");
    }
}
