package io.slipway.workflows.rollout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.workflows.contract.Revalidation;
import io.slipway.workflows.contract.RolloutOutcome;
import io.slipway.workflows.contract.RolloutOverview;
import io.slipway.workflows.contract.StepPage;

/** The workflow {@code Revalidation}: a rollout of the steps that only look, of what an earlier rollout left. */
public final class RevalidationWorkflow implements Revalidation {
    private final RolloutWorkflow rollout;

    /** A run that evaluates early expressions with {@code evaluator}. */
    public RevalidationWorkflow(Evaluator evaluator) {
        this.rollout = new RolloutWorkflow(evaluator);
    }

    @Override
    public RolloutOutcome run(JsonNode input) {
        return rollout.run(
                input instanceof ObjectNode typed && !typed.path("revalidate").isObject() ? looking(typed) : input);
    }

    private static ObjectNode looking(ObjectNode typed) {
        ObjectNode looking = typed.deepCopy();
        looking.putObject("revalidate");
        return looking;
    }

    @Override
    public String abort(JsonNode typed) {
        return rollout.abort(typed);
    }

    @Override
    public void mayAbort(JsonNode typed) {
        rollout.mayAbort(typed);
    }

    @Override
    public RolloutOverview overview() {
        return rollout.overview();
    }

    @Override
    public StepPage steps(int page) {
        return rollout.steps(page);
    }
}
