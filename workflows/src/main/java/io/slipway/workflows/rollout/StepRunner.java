package io.slipway.workflows.rollout;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.journal.Decision;
import io.slipway.model.journal.Failure;
import io.slipway.model.journal.JournalEvent;
import io.slipway.model.journal.StepRecord;
import io.slipway.model.journal.StepResult;
import io.slipway.model.journal.StepStatus;
import io.slipway.model.plan.PlannedStep;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs one step to its end: condition, tries, waits between them, and what follows a failure. */
final class StepRunner {
    /** Runs of before this change went on when somebody asked for another try of a step without its own outputs. */
    private static final String TRIED_AGAIN = "own-outputs-tried-again";

    private final Run run;
    private final Verbs verbs;
    private final Keeper keeper;
    private final Failures failures;

    StepRunner(Run run) {
        this.run = run;
        this.verbs = new Verbs(run);
        this.keeper = new Keeper(run);
        this.failures = new Failures(run);
    }

    /**
     * Runs a step or one element of its loop.
     *
     * @param before hashes of the steps it follows
     * @param follows whether a step it follows ran again in this run
     */
    void run(Instance instance, List<String> before, boolean follows) {
        while (!evaluated(instance, before, follows)) {
            // a person asked for another try of a step whose expressions had no value
        }
    }

    private boolean evaluated(Instance instance, List<String> before, boolean follows) {
        PlannedStep step = instance.step();
        Map<String, JsonNode> scope = instance.within(run.scope().of(step.uses()));
        JsonNode action;
        try {
            if (step.when().isPresent() && !run.evaluator().test(step.when().get(), scope)) {
                moved(instance, StepStatus.SKIPPED, "its condition is false");
                return true;
            }
            action = run.evaluator().resolve(step.action(), scope);
        } catch (Evaluator.EvaluationFailure e) {
            return !failures.withoutTry(instance, e.getMessage());
        }
        String merkle = Merkle.of(step, action, seen(instance, scope), before);
        if (!keeper.keeps(instance, merkle, follows)) {
            tries(instance, action, merkle, scope);
        }
        return true;
    }

    /** What the step's expressions and manifests can see of others. */
    private static Map<String, JsonNode> seen(Instance instance, Map<String, JsonNode> scope) {
        Map<String, JsonNode> seen = new TreeMap<>(Map.of("steps", scope.get("steps")));
        instance.each().ifPresent(element -> seen.put("each", element));
        instance.step()
                .reads()
                .forEach(name -> seen.put("params." + name, scope.get("params").path(name)));
        return seen;
    }

    private void tries(Instance instance, JsonNode action, String merkle, Map<String, JsonNode> scope) {
        Resumption from = Resumption.of(run, instance, merkle);
        int attempt = from.attempt();
        int last = from.lastAttempt(instance.step().retry());
        if (from.paused()) {
            Decision decision = failures.ask(instance);
            if (decision.kind() != Decision.Kind.RETRY) {
                return;
            }
            attempt++;
            last = attempt + instance.step().retry().attempts() - 1;
        } else {
            from.rest().ifPresent(this::rest);
        }
        boolean onceMore = isPutBack(instance, merkle);
        while (run.gate().enter()) {
            if (!onceMore) {
                run.ranAgain().add(instance.name());
            }
            StepResult result = once(instance, attempt, action, merkle, scope);
            if (attempt < last && isWorthAnother(result)) {
                moved(instance, StepStatus.RETRYING, result.summary());
                rest(paced(instance.step()
                        .retry()
                        .waitAfter(attempt - last + instance.step().retry().attempts())));
            } else if (isAskedForMore(instance, result, scope)) {
                last = attempt + instance.step().retry().attempts();
            } else {
                return;
            }
            attempt++;
        }
    }

    private static boolean isWorthAnother(StepResult result) {
        return !result.ok() && result.failure().map(Failure::retryable).orElse(true);
    }

    /** Whether a person asks for more tries, of a step that has failed for good or whose own outputs have no value. */
    private boolean isAskedForMore(Instance instance, StepResult result, Map<String, JsonNode> scope) {
        return result.ok() ? !ownOutputs(instance, scope) : failures.forGood(instance, result);
    }

    /** Whether the step only brings back what was put back after an earlier run: what follows it need not run again. */
    private boolean isPutBack(Instance instance, String merkle) {
        return run.ledger()
                .step(instance.name())
                .filter(record -> record.wasPutBack() && record.merkle().equals(merkle))
                .isPresent();
    }

    /** Waits between two tries, of which there is no other once the rollout is ending. */
    private void rest(Duration wait) {
        Workflow.await(wait, () -> run.gate().ending().requested());
    }

    private Duration paced(Duration wait) {
        return Pacing.wall(wait, run.target().pace());
    }

    private StepResult once(
            Instance instance, int attempt, JsonNode action, String merkle, Map<String, JsonNode> scope) {
        PlannedStep step = instance.step();
        Resumption now = Resumption.of(run, instance, merkle);
        run.ledger()
                .note(new JournalEvent.StepStarted(
                        instance.name(), step.stage(), step.verb(), attempt, merkle, Ledger.now()));
        StepResult result = verbs.run(instance, attempt, merkle, action, scope, now);
        run.ledger().note(new JournalEvent.StepFinished(instance.name(), attempt, result, Ledger.now()));
        return result;
    }

    /** Adds the outputs that the step names itself; false when it is to be tried again, since one has no value. */
    private boolean ownOutputs(Instance instance, Map<String, JsonNode> scope) {
        PlannedStep step = instance.step();
        if (step.outputs().isEmpty()) {
            return true;
        }
        StepRecord record = run.ledger().step(instance.name()).orElseThrow();
        Map<String, JsonNode> within = new TreeMap<>(scope);
        within.putAll(record.outputs());
        Map<String, JsonNode> outputs = new TreeMap<>(record.outputs());
        try {
            step.outputs()
                    .forEach((name, template) ->
                            outputs.put(name, run.evaluator().resolve(template, within)));
        } catch (Evaluator.EvaluationFailure e) {
            return !failures.withoutTry(instance, e.getMessage())
                    || Workflow.getVersion(TRIED_AGAIN, Workflow.DEFAULT_VERSION, 1) < 1;
        }
        run.ledger()
                .write(new JournalEvent.StepMoved(
                        instance.name(), step.stage(), step.verb(), record.status(), "", outputs, Ledger.now()));
        return true;
    }

    private void moved(Instance instance, StepStatus status, String reason) {
        PlannedStep step = instance.step();
        run.ledger()
                .write(new JournalEvent.StepMoved(
                        instance.name(), step.stage(), step.verb(), status, reason, Map.of(), Ledger.now()));
    }
}
