package io.slipway.bench.waits;

import io.slipway.bench.Figures;
import io.slipway.bench.bed.Lab;
import io.slipway.bench.bed.Line;
import io.slipway.bench.bed.Memory;
import io.slipway.bench.bed.Namespace;
import io.slipway.bench.bed.Part;
import io.slipway.bench.bed.RolloutClient;
import io.slipway.bench.bed.Row;
import io.slipway.bench.bed.WorkerProcess;
import io.slipway.model.journal.JournalEvent;
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

/** 1,000 rollouts on one worker, each of which waits for the same object; new ones are started meanwhile. */
public final class ManyWaitsRow implements Row {
    private static final int ROLLOUTS = 1_000;
    private static final double MOST_MIB = 1024;
    private static final double MOST_SECONDS = 1;
    private static final double MILLIS = 1000;
    private static final String WAITING = "waiting";
    private static final String FRESH = "fresh";

    @Override
    public String name() {
        return ROLLOUTS + " rollouts waiting at once";
    }

    @Override
    public Set<Part> needs() {
        return Set.of(Part.KUBERNETES, Part.TEMPORAL_POSTGRES);
    }

    @Override
    public List<Line> measure(Lab lab) throws IOException, InterruptedException {
        WaitPipelines pipelines = new WaitPipelines(lab.work().resolve("many-waits"));
        pipelines.gates(WAITING, 1);
        pipelines.gates(FRESH, 1);
        try (Namespace namespace = Namespace.make(lab);
                Gates gates = Gates.in(lab, namespace.name());
                RolloutClient client = RolloutClient.of(lab, Part.TEMPORAL_POSTGRES, pipelines.folder());
                WorkerProcess worker = WorkerProcess.start(lab, client)) {
            gates.make(WaitPipelines.gate(0));
            Instant began = Clock.systemUTC().instant();
            List<RolloutHandle> waiting = new ArrayList<>();
            for (int i = 0; i < ROLLOUTS; i++) {
                waiting.add(client.start(WAITING, namespace.name(), Map.of("group", WAITING + "-" + i)));
            }
            lab.say("process of the worker", worker.pid());
            lab.say("until all were started, s", since(began));
            for (RolloutHandle rollout : waiting) {
                new Steps(client, rollout).awaitStarted(1);
            }
            lab.say("until all waited, s", since(began));
            List<RolloutHandle> fresh = new ArrayList<>();
            List<Double> seconds = new ArrayList<>();
            for (int i = 0; i < lab.runs(); i++) {
                Instant asked = Clock.systemUTC().instant();
                RolloutHandle rollout = client.start(FRESH, namespace.name(), Map.of("group", FRESH + "-" + i));
                new Steps(client, rollout).awaitStarted(1);
                seconds.add(Duration.between(asked, firstStep(client, rollout)).toMillis() / MILLIS);
                fresh.add(rollout);
            }
            Instant opened = Clock.systemUTC().instant();
            gates.open(WaitPipelines.gate(0));
            waiting.forEach(RolloutClient::succeeded);
            fresh.forEach(RolloutClient::succeeded);
            lab.say("until all had ended, s", since(opened));
            return lines(lab, Figures.of(seconds), Memory.mostMiB(worker.pid()));
        }
    }

    private static long since(Instant begin) {
        return Duration.between(begin, Clock.systemUTC().instant()).toSeconds();
    }

    private static Instant firstStep(RolloutClient client, RolloutHandle rollout) {
        return client.events(rollout).stream()
                .filter(JournalEvent.StepStarted.class::isInstance)
                .findFirst()
                .orElseThrow()
                .at();
    }

    private static List<Line> lines(Lab lab, Figures fresh, int memory) {
        lab.say("a new rollout's first step starts after, s", fresh);
        lab.say("most memory of the worker, MiB", memory);
        return List.of(
                Line.atMost(
                        "1,000 rollouts waiting at once: a new one's first step starts after, s",
                        String.format(Locale.ROOT, "median %.2f, max %.2f", fresh.median(), fresh.greatest()),
                        "",
                        fresh.greatest(),
                        MOST_SECONDS,
                        "s"),
                Line.atMost(
                        "memory of the worker meanwhile, all ended, MiB",
                        String.valueOf(memory),
                        "",
                        memory,
                        MOST_MIB,
                        "MiB"));
    }
}
