package io.slipway.workflows.rollout;

import io.slipway.model.journal.JournalEvent;
import io.slipway.model.journal.StepRecord;
import io.slipway.model.journal.StepStatus;
import io.slipway.model.plan.PlannedStep;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowSemaphore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Walks the steps of one stage in the order of their needs; linear in the number of steps and needs. */
final class StepWalk {
    /** Steps of one stage under way at once; a Temporal server allows 2,000 pending activities in a run. */
    private static final int AT_ONCE = 200;

    private final Run run;
    private final StepRunner steps;
    private final LoopRunner loops;
    private final Blockers blockers;

    StepWalk(Run run) {
        this.run = run;
        this.steps = new StepRunner(run);
        this.loops = new LoopRunner(run, steps);
        this.blockers = new Blockers(run);
    }

    /**
     * Runs the steps of a stage to their end.
     *
     * @param before hashes of the stages it follows
     * @param follows whether one of them ran again in this run
     */
    void run(List<PlannedStep> all, List<String> before, boolean follows) {
        if (isChain(all)) {
            String last = "";
            for (PlannedStep step : all) {
                List<String> hashes = last.isEmpty() ? before : List.of(hash(last));
                one(step, hashes, follows || run.ranAgain().contains(last));
                last = step.name();
            }
            return;
        }
        Graph graph = new Graph(all, before, follows);
        graph.start();
        graph.finish();
    }

    /** Runs a step whose turn it is: what it needs is over. */
    void run(PlannedStep step) {
        one(step, List.of(), false);
    }

    private static boolean isChain(List<PlannedStep> all) {
        for (int i = 0; i < all.size(); i++) {
            List<String> expected = i == 0 ? List.of() : List.of(all.get(i - 1).name());
            if (!all.get(i).needs().equals(expected)) {
                return false;
            }
        }
        return true;
    }

    private void one(PlannedStep step, List<String> before, boolean follows) {
        if (run.gate().ending().requested()) {
            return;
        }
        String blocker = blockers.of(step);
        if (!blocker.isEmpty()) {
            run.ledger()
                    .write(new JournalEvent.StepMoved(
                            step.name(),
                            step.stage(),
                            step.verb(),
                            StepStatus.SKIPPED,
                            blocker,
                            Map.of(),
                            Ledger.now()));
            return;
        }
        if (step.forEach().isPresent()) {
            loops.run(step, before, follows);
        } else {
            steps.run(Instance.of(step), before, follows);
        }
    }

    private String hash(String step) {
        return run.ledger().step(step).map(StepRecord::merkle).orElse("");
    }

    /** Steps side by side, started as their needs are done. */
    private final class Graph {
        private final List<String> before;
        private final boolean follows;
        private final Map<String, PlannedStep> byName = new LinkedHashMap<>();
        private final Map<String, Integer> missing = new HashMap<>();
        private final Map<String, List<String>> followers = new HashMap<>();
        private final List<Promise<Void>> started = new ArrayList<>();
        private final WorkflowSemaphore room = Workflow.newWorkflowSemaphore(AT_ONCE);

        Graph(List<PlannedStep> all, List<String> before, boolean follows) {
            this.before = before;
            this.follows = follows;
            for (PlannedStep step : all) {
                byName.put(step.name(), step);
                missing.put(step.name(), step.needs().size());
                step.needs()
                        .forEach(need -> followers
                                .computeIfAbsent(need, name -> new ArrayList<>())
                                .add(step.name()));
            }
        }

        void start() {
            byName.values().stream()
                    .filter(step -> step.needs().isEmpty())
                    .toList()
                    .forEach(this::launch);
        }

        /** More are started while the first are waited for. */
        void finish() {
            Settled.all(started);
        }

        private void launch(PlannedStep step) {
            started.add(Async.procedure(() -> {
                room.acquire();
                try {
                    List<String> hashes = new ArrayList<>(before);
                    step.needs().forEach(need -> hashes.add(hash(need)));
                    one(step, hashes, follows || step.needs().stream().anyMatch(run.ranAgain()::contains));
                } finally {
                    room.release();
                }
                done(step.name());
            }));
        }

        private void done(String name) {
            for (String follower : followers.getOrDefault(name, List.of())) {
                if (missing.merge(follower, -1, Integer::sum) == 0) {
                    launch(byName.get(follower));
                }
            }
        }
    }
}
