package io.slipway.workflows.rollout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.model.action.Action;
import io.slipway.model.check.OutputTypes;
import io.slipway.model.journal.JournalEvent;
import io.slipway.model.journal.StepRecord;
import io.slipway.model.journal.StepStatus;
import io.slipway.model.plan.PlannedStep;
import io.slipway.model.spec.Shapes;
import io.slipway.model.spec.Verb;
import io.slipway.workflows.contract.LoopNames;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowSemaphore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Runs a step once for each element of a list; its outputs are lists in the order of the elements. */
final class LoopRunner {
    private final Run run;
    private final StepRunner steps;
    private final Failures failures;

    LoopRunner(Run run, StepRunner steps) {
        this.run = run;
        this.steps = steps;
        this.failures = new Failures(run);
    }

    void run(PlannedStep step, List<String> before, boolean follows) {
        List<Instance> instances;
        try {
            instances = instances(run, step);
        } catch (Evaluator.EvaluationFailure e) {
            failures.withoutTry(Instance.of(step), e.getMessage());
            return;
        }
        WorkflowSemaphore room = Workflow.newWorkflowSemaphore(Math.max(1, step.parallel()));
        List<Promise<Void>> started = new ArrayList<>();
        for (Instance instance : instances) {
            started.add(Async.procedure(() -> {
                room.acquire();
                try {
                    if (!run.gate().ending().requested()) {
                        steps.run(instance, before, follows);
                    }
                } finally {
                    room.release();
                }
            }));
        }
        Settled.all(started);
        close(step, instances);
    }

    /** The step, or the element of its loop, that the journal knows by this name. */
    static Instance instance(Run run, PlannedStep step, String name) {
        return step.forEach().isEmpty()
                ? Instance.of(step)
                : instances(run, step).stream()
                        .filter(each -> each.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new Evaluator.EvaluationFailure(
                                "the list of step '" + step.name() + "' no longer has " + name));
    }

    private static List<Instance> instances(Run run, PlannedStep step) {
        JsonNode list = run.evaluator()
                .resolve(step.forEach().orElseThrow(), run.scope().of(step.uses()));
        if (!list.isArray()) {
            throw new Evaluator.EvaluationFailure(
                    "forEach of step '" + step.name() + "' gives no list but " + list.getNodeType());
        }
        List<String> names = LoopNames.of(step.name(), list);
        List<Instance> instances = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            instances.add(new Instance(step, names.get(i), Optional.of(list.get(i))));
        }
        return instances;
    }

    private void close(PlannedStep step, List<Instance> instances) {
        ObjectNode outputs = JsonNodeFactory.instance.objectNode();
        StepStatus status = StepStatus.SUCCEEDED;
        for (Instance instance : instances) {
            StepRecord record = run.ledger()
                    .step(instance.name())
                    .orElse(StepRecord.pending(instance.name(), step.stage(), step.verb()));
            if (record.status() == StepStatus.FAILED || !record.status().closed()) {
                status = StepStatus.FAILED;
            }
            record.outputs().forEach((name, value) -> outputs.withArray(name).add(value));
            if (run.ranAgain().contains(instance.name())) {
                run.ranAgain().add(step.name());
            }
        }
        if (outputs.isEmpty() && status == StepStatus.SUCCEEDED) {
            declared(step).forEach(outputs::putArray); // no element ran, and yet each output is a list
        }
        Map<String, JsonNode> lists = new TreeMap<>();
        outputs.properties().forEach(entry -> lists.put(entry.getKey(), entry.getValue()));
        run.ledger()
                .write(new JournalEvent.StepMoved(
                        step.name(),
                        step.stage(),
                        step.verb(),
                        status,
                        instances.size() + " elements",
                        lists,
                        Ledger.now()));
    }

    private static Set<String> declared(PlannedStep step) {
        Set<String> names = new TreeSet<>(step.outputs().keySet());
        Optional.ofNullable(Shapes.union(Action.class).types().get(step.verb()))
                .map(type -> type.getAnnotation(Verb.class))
                .ifPresent(verb -> names.addAll(OutputTypes.of(verb).keySet()));
        return names;
    }
}
