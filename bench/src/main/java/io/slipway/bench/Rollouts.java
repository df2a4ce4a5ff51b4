package io.slipway.bench;

import io.slipway.activities.rollout.Planning;
import io.slipway.activities.step.Done;
import io.slipway.activities.step.Pace;
import io.slipway.activities.step.StepActivities;
import io.slipway.activities.step.Target;
import io.slipway.activities.step.Targets;
import io.slipway.model.action.Exec;
import io.slipway.worker.engine.Engine;
import io.slipway.worker.engine.RolloutHandle;
import io.slipway.worker.settings.EngineSettings;
import io.slipway.worker.settings.WorkSettings;
import io.slipway.workflows.contract.RolloutInput;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Slipway: a rollout of one stage whose steps have a verb that does nothing, in the envelope of every verb: journal on
 * disk, heartbeat, masking, limits.
 */
public final class Rollouts implements Contestant {
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final AtomicInteger carriedOut = new AtomicInteger();
    private final Starts starts = new Starts();
    private final Engine engine;

    /** Rollouts on that server, with their records in that folder. */
    public Rollouts(WorkflowServiceStubs service, Path state) {
        StepActivities.VerbRunner<Exec> nothing = new StepActivities.VerbRunner<>(Exec.class, (action, context) -> {
            starts.note();
            return Done.of("done");
        });
        this.engine = Engine.start(EngineSettings.client(service, state)
                .working(WorkSettings.of(new Nowhere(), Rollouts::plan).withVerbs(Map.of("exec", nothing))));
    }

    private static Planning.Planned plan(RolloutInput input, Target target) {
        String name = input.pipeline();
        int steps = Integer.parseInt(name.substring(LongPlan.NAME.length(), name.lastIndexOf('-')));
        return new Planning.Planned(Optional.of(LongPlan.of(name, steps)), List.of());
    }

    @Override
    public String name() {
        return "slipway";
    }

    @Override
    public Sample run(int steps) {
        starts.expect(steps);
        long begin = System.nanoTime();
        once(steps);
        return new Sample(steps, System.nanoTime() - begin, starts.all());
    }

    /** Carries a rollout of so many steps out, also beside others, and returns its id. */
    public String once(int steps) {
        int number = carriedOut.incrementAndGet();
        String id = LongPlan.NAME + ProcessHandle.current().pid() + "-" + number;
        RolloutHandle rollout = engine.start(RolloutInput.of(LongPlan.NAME + steps + "-" + number), id);
        RolloutHandle.End end = rollout.await(LONGEST)
                .orElseThrow(() -> new IllegalStateException("no end within " + LONGEST.toMinutes() + " min"));
        if (!end.succeeded()) {
            throw new IllegalStateException(end.message());
        }
        return id;
    }

    @Override
    public void close() {
        engine.close();
    }

    /** A target that is never reached. */
    private static final class Nowhere implements Targets {
        private final Target target = new Target("nowhere", "bench", null, Pace.REAL, true, false, Optional.empty());

        @Override
        public Target get(String name) {
            return target;
        }

        @Override
        public List<String> names() {
            return List.of(target.name());
        }
    }
}
