package io.slipway.bench.waits;

import io.slipway.bench.Figures;
import io.slipway.bench.bed.Lab;
import io.slipway.bench.bed.Line;
import io.slipway.bench.bed.Namespace;
import io.slipway.bench.bed.Part;
import io.slipway.bench.bed.RolloutClient;
import io.slipway.bench.bed.Row;
import io.slipway.bench.bed.WorkerProcess;
import io.slipway.worker.engine.RolloutHandle;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A worker is killed with {@code kill -9} in the middle of a step, and another one is started at the same moment. The step's object
 * gets ready meanwhile, so that the step ends as soon as somebody goes on with it.
 */
public final class KilledWorkerRow implements Row {
    private static final double MOST_SECONDS = 10;
    private static final double MILLIS = 1000;

    @Override
    public String name() {
        return "after kill -9 of the worker";
    }

    @Override
    public Set<Part> needs() {
        return Set.of(Part.KUBERNETES, Part.TEMPORAL);
    }

    @Override
    public List<Line> measure(Lab lab) throws IOException, InterruptedException {
        WaitPipelines pipelines = new WaitPipelines(lab.work().resolve("killed"));
        pipelines.gates("gates", 1);
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i < lab.runs(); i++) {
            seconds.add(once(lab, pipelines));
        }
        Figures figures = Figures.of(seconds);
        lab.say("until the step has gone on to its end, s", figures);
        return List.of(Line.atMost(
                "after kill -9 of the worker until the step goes on, s",
                String.format(Locale.ROOT, "median %.2f, max %.2f", figures.median(), figures.greatest()),
                "",
                figures.greatest(),
                MOST_SECONDS,
                "s"));
    }

    private static double once(Lab lab, WaitPipelines pipelines) throws IOException, InterruptedException {
        try (Namespace namespace = Namespace.make(lab);
                Gates gates = Gates.in(lab, namespace.name());
                RolloutClient client = RolloutClient.of(lab, pipelines.folder());
                WorkerProcess first = WorkerProcess.start(lab, client)) {
            gates.make(WaitPipelines.gate(0));
            RolloutHandle rollout = client.start("gates", namespace.name(), Map.of());
            Steps steps = new Steps(client, rollout);
            steps.awaitStarted(1);
            Instant killed = Clock.systemUTC().instant();
            first.kill();
            try (WorkerProcess second = WorkerProcess.begin(lab, client)) {
                gates.open(WaitPipelines.gate(0));
                RolloutClient.succeeded(rollout);
                lab.say("taken up by process", second.pid());
            }
            return Duration.between(killed, steps.finished().get("wait-0")).toMillis() / MILLIS;
        }
    }
}
