package io.slipway.workflows.rollout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.slipway.model.action.Approve;
import io.slipway.model.journal.Ahead;
import io.slipway.model.journal.Decision;
import io.slipway.model.journal.Failure;
import io.slipway.model.journal.JournalEvent;
import io.slipway.model.journal.StepRecord;
import io.slipway.model.journal.StepResult;
import io.slipway.model.journal.StepStatus;
import io.slipway.model.spec.Durations;
import io.slipway.workflows.contract.DecisionRequest;
import io.slipway.workflows.contract.Waiting;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A step that asks a person: shows what is still to come, and binds the answer to what was shown. */
final class Approval {
    /** Rollouts that began to ask before there was such a binding go on without one. */
    private static final String BOUND = "approval-bound-to-plan";

    private static final int TOLD = 5;

    private final Run run;
    private final Instance instance;
    private final Approve approve;
    private final LookingAhead looking;
    private Ahead shown = Ahead.NOTHING;

    Approval(Run run, Instance instance, Approve approve) {
        this.run = run;
        this.instance = instance;
        this.approve = approve;
        this.looking = new LookingAhead(run, instance.name());
    }

    StepResult run(Resumption resumption) {
        if (Workflow.getVersion(BOUND, Workflow.DEFAULT_VERSION, 1) >= 1) {
            show(before(resumption).orElseGet(() -> looking.look("")));
        }
        Failures pausing = new Failures(run);
        Optional<Duration> time = approve.timeout().map(resumption::left);
        pausing.pauseRollout("step '" + instance.name() + "' waits for approval: " + approve.message());
        new Notices(run).paused(instance.name(), true, waiting().inShort());
        Optional<Decision> answer = run.decisions().await(instance.name(), waiting(), time, this::refusal);
        pausing.goOn();
        return answer.map(this::answered).orElseGet(this::unanswered);
    }

    /** A person who was asked in an earlier run has seen what was shown then. */
    private Optional<Ahead> before(Resumption resumption) {
        return resumption
                .since()
                .flatMap(since -> run.ledger().step(instance.name()))
                .map(StepRecord::outputs)
                .flatMap(Ahead::of);
    }

    private void show(Ahead ahead) {
        shown = ahead;
        run.ledger()
                .write(new JournalEvent.StepMoved(
                        instance.name(),
                        instance.step().stage(),
                        instance.step().verb(),
                        StepStatus.PAUSED,
                        waiting().inShort(),
                        ahead.outputs(),
                        Ledger.now()));
    }

    private Waiting waiting() {
        return new Waiting(true, approve.message(), approve.by(), shown);
    }

    /** Why an approval cannot be taken now. Whoever is refused since something has moved is asked anew. */
    private Optional<String> refusal(DecisionRequest request) {
        if (request.anyway() || shown.plan().isEmpty()) {
            return Optional.empty();
        }
        Ahead now = looking.look(shown.plan());
        if (!now.moved().isEmpty() && run.decisions().open().containsKey(instance.name())) {
            show(now);
            run.decisions().showing(instance.name(), waiting());
        }
        return misfit(now);
    }

    private static Optional<String> misfit(Ahead now) {
        if (now.plan().isEmpty()) {
            return Optional.of("not approved: " + now.inShort());
        }
        return now.moved().isEmpty()
                ? Optional.empty()
                : Optional.of("not approved: since approval was requested, " + told(now)
                        + ". The remaining plan is now " + now.inShort() + "; review and approve that");
    }

    private static String told(Ahead now) {
        String first = String.join("; ", now.moved().stream().limit(TOLD).toList());
        int more = now.moved().size() - TOLD;
        return more > 0 ? first + "; and " + more + " more" : first;
    }

    private StepResult answered(Decision decision) {
        return switch (decision.kind()) {
            case APPROVE -> approved(decision.by(), decision.note(), decision.plan());
            case SKIP -> skipped(decision);
            case RETRY, ABORT, AMEND, UNDO ->
                StepResult.failed(Failure.permanent("not approved: the rollout is ending", decision.note(), ""));
        };
    }

    private StepResult unanswered() {
        return switch (approve.onTimeout()) {
            case APPROVE ->
                Optional.of(shown.plan())
                        .filter(plan -> !plan.isEmpty())
                        .flatMap(plan -> misfit(looking.look(plan)))
                        .map(why -> StepResult.failed(Failure.permanent(
                                why,
                                "nobody answered before the timeout",
                                "resume the rollout and approve the step before the timeout")))
                        .orElseGet(() -> approved("nobody", "nobody answered before the timeout", shown.plan()));
            case FAIL ->
                StepResult.failed(Failure.permanent(
                        "nobody approved within "
                                + Durations.format(approve.timeout().orElseThrow()),
                        "the approval timed out",
                        "resume the rollout and approve the step before the timeout"));
        };
    }

    private StepResult approved(String by, String note, String plan) {
        return StepResult.succeeded(
                "approved by " + named(by) + (plan.isEmpty() ? "" : ", bound to plan " + Ahead.name(plan)),
                outputs(by, note, plan));
    }

    /** What follows may go on, and nobody is said to have approved it. */
    private StepResult skipped(Decision decision) {
        return StepResult.skipped(
                "skipped by " + named(decision.by()) + ", approved by nobody", outputs("", decision.note(), ""));
    }

    private static String named(String by) {
        return by.isEmpty() ? "somebody" : by;
    }

    private Map<String, JsonNode> outputs(String by, String note, String plan) {
        Map<String, JsonNode> outputs = new TreeMap<>(shown.outputs());
        outputs.put("by", TextNode.valueOf(by));
        outputs.put("note", TextNode.valueOf(note));
        outputs.put("plan", TextNode.valueOf(plan));
        return outputs;
    }
}
