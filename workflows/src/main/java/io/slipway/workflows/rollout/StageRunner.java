package io.slipway.workflows.rollout;

import io.slipway.model.journal.JournalEvent;
import io.slipway.model.journal.StepRecord;
import io.slipway.model.journal.StepStatus;
import io.slipway.model.plan.PlannedStep;
import io.slipway.workflows.contract.Prepared;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Walks the stages: each starts when those it needs are done; inside, each step when those it needs are done. */
final class StageRunner {
    private final Run run;
    private final PlanBook book;
    private final StepWalk walk;
    private final Map<String, String> stageHashes = new HashMap<>();
    private final Set<String> stagesRanAgain = new HashSet<>();

    StageRunner(Run run, PlanBook book) {
        this.run = run;
        this.book = book;
        this.walk = new StepWalk(run);
    }

    /** Runs all stages to their end. */
    void runAll() {
        Map<String, Promise<Void>> done = new LinkedHashMap<>();
        for (Prepared.StagePages stage : inOrder(run.prepared().stages())) {
            List<Promise<Void>> needs = stage.needs().stream().map(done::get).toList();
            done.put(stage.name(), Async.procedure(() -> {
                Promise.allOf(needs).get();
                if (!run.gate().ending().requested()) {
                    run(stage);
                }
            }));
        }
        Settled.all(List.copyOf(done.values()));
    }

    /** The order of the file, but each after those that it needs, which may stand further down. */
    private static List<Prepared.StagePages> inOrder(List<Prepared.StagePages> stages) {
        List<Prepared.StagePages> left = new ArrayList<>(stages);
        List<Prepared.StagePages> ordered = new ArrayList<>();
        Set<String> names = new HashSet<>();
        while (!left.isEmpty()) {
            Prepared.StagePages next = left.stream()
                    .filter(stage -> names.containsAll(stage.needs()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("the check lets no stages wait for each other"));
            left.remove(next);
            names.add(next.name());
            ordered.add(next);
        }
        return ordered;
    }

    private void run(Prepared.StagePages stage) {
        List<PlannedStep> steps = book.steps(stage.pages());
        if (stage.when().isPresent() && !holds(stage, steps)) {
            return;
        }
        List<String> before = stage.needs().stream().map(stageHashes::get).toList();
        boolean follows = stage.needs().stream().anyMatch(stagesRanAgain::contains);
        try {
            walk.run(steps, before, follows);
        } catch (TemporalFailure stopped) {
            new Restoring(run).stage(steps);
            throw stopped;
        }
        new Restoring(run).stage(steps);
        stageHashes.put(stage.name(), Merkle.of(hashes(steps)));
        if (follows || steps.stream().anyMatch(step -> run.ranAgain().contains(step.name()))) {
            stagesRanAgain.add(stage.name());
        }
    }

    private boolean holds(Prepared.StagePages stage, List<PlannedStep> steps) {
        String why = "the condition of stage '" + stage.name() + "' is false";
        try {
            if (run.evaluator().test(stage.when().orElseThrow(), run.scope().ofAll())) {
                return true;
            }
        } catch (Evaluator.EvaluationFailure e) {
            why = "the condition of stage '" + stage.name() + "' has no value: " + e.getMessage();
            run.gate().end(Ending.failed(why, false));
        }
        for (PlannedStep step : steps) {
            run.ledger()
                    .write(new JournalEvent.StepMoved(
                            step.name(), step.stage(), step.verb(), StepStatus.SKIPPED, why, Map.of(), Ledger.now()));
        }
        stageHashes.put(stage.name(), Merkle.of(List.of(why)));
        return false;
    }

    private List<String> hashes(List<PlannedStep> steps) {
        List<String> hashes = new ArrayList<>();
        for (PlannedStep step : steps) {
            hashes.add(run.ledger().step(step.name()).map(StepRecord::merkle).orElse(""));
        }
        return hashes;
    }
}
