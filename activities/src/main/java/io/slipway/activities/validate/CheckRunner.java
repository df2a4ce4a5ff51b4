package io.slipway.activities.validate;

import io.slipway.activities.reach.Reach;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.validate.probes.Bound;
import io.slipway.activities.validate.probes.Probes;
import io.slipway.model.action.Check;
import io.slipway.model.journal.CheckResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs checks: those that only read side by side, those that may change something one after another, in their order.
 * Checks of one step do not see what others of it did; that is what steps are for.
 */
public final class CheckRunner {
    private static final int SIDE_BY_SIDE = 8;

    private final boolean readOnly;

    /**
     * A runner.
     *
     * @param readOnly whether checks that may change something are left out
     */
    public CheckRunner(boolean readOnly) {
        this.readOnly = readOnly;
    }

    /** Runs all checks and records them; the results are in the order of the checks. */
    public List<CheckResult> run(List<Check> checks, Reach reach) throws InterruptedException {
        StepContext context = reach.context();
        List<Check> taken = taken(checks, context);
        Progress progress = new Progress(context, taken.size());
        Map<Check, CheckResult> results = new LinkedHashMap<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Semaphore places = new Semaphore(SIDE_BY_SIDE);
            Map<Check, Future<CheckResult>> reading = new LinkedHashMap<>();
            taken.stream()
                    .filter(check -> !check.probe().mutates())
                    .forEach(check -> reading.put(check, threads.submit(() -> {
                        places.acquire();
                        try {
                            return one(check, reach, progress);
                        } finally {
                            places.release();
                        }
                    })));
            Future<Map<Check, CheckResult>> changing = threads.submit(() -> inOrder(taken, reach, progress));
            try {
                results.putAll(get(changing));
                for (Map.Entry<Check, Future<CheckResult>> entry : reading.entrySet()) {
                    results.put(entry.getKey(), get(entry.getValue()));
                }
            } finally {
                threads.shutdownNow();
            }
        }
        List<CheckResult> ordered =
                taken.stream().map(results::get).map(Objects::requireNonNull).toList();
        ordered.forEach(context.recorder()::check);
        return ordered;
    }

    private List<Check> taken(List<Check> checks, StepContext context) {
        if (!readOnly) {
            return checks;
        }
        List<Check> taken = new ArrayList<>();
        for (Check check : checks) {
            if (check.probe().mutates()) {
                context.recorder().note("check '" + check.name() + "' is skipped: this run only reads");
            } else {
                taken.add(check);
            }
        }
        return taken;
    }

    private Map<Check, CheckResult> inOrder(List<Check> checks, Reach reach, Progress progress)
            throws InterruptedException {
        Map<Check, CheckResult> results = new LinkedHashMap<>();
        for (Check check : checks) {
            if (check.probe().mutates()) {
                results.put(check, one(check, reach, progress));
            }
        }
        return results;
    }

    private CheckResult one(Check check, Reach reach, Progress progress) throws InterruptedException {
        Bound<?> probe = Probes.bind(check.probe());
        CheckResult result = new CheckLoop(reach).run(check, probe);
        progress.done();
        return result;
    }

    private static <T> T get(Future<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof InterruptedException) {
                throw new InterruptedException("cancelled");
            }
            if (failed.getCause() instanceof RuntimeException trouble) {
                throw trouble;
            }
            throw new IllegalStateException("a check ended unexpectedly", failed.getCause());
        }
    }

    /** Says how many checks are done. */
    private record Progress(StepContext context, int all, AtomicInteger count) {
        Progress(StepContext context, int all) {
            this(context, all, new AtomicInteger());
        }

        void done() {
            context.progress(count.incrementAndGet() + " of " + all + " checks");
        }
    }
}
