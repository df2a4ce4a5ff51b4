package io.slipway.workflows.rollout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.model.action.Approve;
import io.slipway.model.action.CallActivity;
import io.slipway.model.action.Child;
import io.slipway.model.action.Sleep;
import io.slipway.model.journal.Failure;
import io.slipway.model.journal.StepResult;
import io.slipway.model.spec.BindException;
import io.slipway.model.spec.Binder;
import io.slipway.workflows.contract.ChildRollout;
import io.slipway.workflows.contract.Rollout;
import io.slipway.workflows.contract.RolloutOutcome;
import io.temporal.activity.ActivityOptions;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.ChildWorkflowFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** The verbs that the workflow carries out itself: {@code sleep}, {@code approve}, {@code pipeline}, {@code activity}. */
final class ControlVerbs {
    private final Run run;

    ControlVerbs(Run run) {
        this.run = run;
    }

    StepResult run(Instance instance, int attempt, JsonNode action, Resumption resumption) {
        try {
            return carryOut(instance, attempt, action, resumption);
        } catch (BindException e) {
            return StepResult.failed(Failure.permanent(
                    String.valueOf(e.getMessage()),
                    "an expression returned a value of the wrong type",
                    "correct the pipeline"));
        }
    }

    private StepResult carryOut(Instance instance, int attempt, JsonNode action, Resumption resumption) {
        return switch (instance.step().verb()) {
            case "sleep" -> sleep(Binder.read(Sleep.class, action), resumption);
            case "approve" -> new Approval(run, instance, Binder.read(Approve.class, action)).run(resumption);
            case "pipeline" -> child(instance, attempt, Binder.read(Child.class, action), resumption);
            case "activity" -> call(instance, Binder.read(CallActivity.class, action));
            default -> throw new IllegalStateException(instance.step().verb());
        };
    }

    private StepResult sleep(Sleep sleep, Resumption resumption) {
        Instant started = resumption.since().orElseGet(Ledger::now);
        Instant until = sleep.until()
                .orElseGet(() -> started.plus(
                        Pacing.wall(sleep.duration().orElseThrow(), run.target().pace())));
        Duration left = Duration.between(Ledger.now(), until);
        if (left.isPositive()) {
            run.gate().runDetachable(() -> Workflow.sleep(left));
        }
        return StepResult.succeeded("waited until " + until, Map.of());
    }

    /** A child that an earlier run has begun goes on from its own journal, also when it is over. */
    private StepResult child(Instance instance, int attempt, Child child, Resumption resumption) {
        ObjectNode input = JsonNodeFactory.instance.objectNode();
        String name = child.path().substring(child.path().lastIndexOf('/') + 1);
        input.put("pipeline", name);
        input.put("target", run.target().name());
        input.put("by", "rollout " + run.rollout());
        child.profile().ifPresent(profile -> input.put("profile", profile));
        ObjectNode params = input.putObject("params");
        child.params().forEach(params::set);
        if (resumption.since().isPresent()) {
            input.put("resume", true)
                    .put(
                            "hold",
                            run.asksAgain(run.ledger().step(instance.name()).orElseThrow()));
        }
        Rollout stub = Workflow.newChildWorkflowStub(
                Rollout.class,
                ChildWorkflowOptions.newBuilder()
                        .setWorkflowId(ChildRollout.id(run.rollout(), instance.name(), attempt))
                        .setStaticSummary("pipeline " + name)
                        .build());
        Box<StepResult> result = new Box<>();
        run.gate().runBound(() -> result.set(outcome(stub, input, name)));
        return result.get();
    }

    private static StepResult outcome(Rollout stub, ObjectNode input, String name) {
        try {
            RolloutOutcome outcome = stub.run(input);
            return StepResult.succeeded("pipeline " + name + ": " + outcome.summary(), outcome.outputs());
        } catch (ChildWorkflowFailure e) {
            return StepResult.failed(Failure.of("pipeline '" + name + "' did not succeed: " + reason(e), "", ""));
        }
    }

    private StepResult call(Instance instance, CallActivity call) {
        ActivityOptions.Builder options = ActivityOptions.newBuilder()
                .setTaskQueue(call.taskQueue())
                .setScheduleToCloseTimeout(instance.step().timeout())
                .setSummary(instance.name());
        call.heartbeat().ifPresent(options::setHeartbeatTimeout);
        Box<StepResult> result = new Box<>();
        run.gate().runBound(() -> result.set(answer(options.build(), call)));
        return result.get();
    }

    private static StepResult answer(ActivityOptions options, CallActivity call) {
        try {
            JsonNode answer = Workflow.newUntypedActivityStub(options)
                    .execute(call.type(), JsonNode.class, call.input().orElse(JsonNodeFactory.instance.nullNode()));
            Map<String, JsonNode> outputs = new TreeMap<>();
            if (answer != null && answer.isObject()) {
                answer.properties().forEach(entry -> outputs.put(entry.getKey(), entry.getValue()));
            } else if (answer != null && !answer.isNull()) {
                outputs.put("result", answer);
            }
            return StepResult.succeeded("activity " + call.type() + " done", outputs);
        } catch (ActivityFailure e) {
            return StepResult.failed(Failure.of(
                    "activity '" + call.type() + "' on task queue '" + call.taskQueue() + "' failed: " + reason(e),
                    "",
                    ""));
        }
    }

    private static String reason(TemporalFailure e) {
        return switch (e.getCause()) {
            case CanceledFailure canceled when CancellationScope.current().isCancelRequested() -> throw canceled;
            case CanceledFailure canceled -> "it was cancelled";
            case ApplicationFailure failure -> failure.getOriginalMessage();
            case null -> String.valueOf(e.getMessage());
            default -> String.valueOf(e.getCause().getMessage());
        };
    }
}
