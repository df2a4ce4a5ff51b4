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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * From the event that makes an object ready, as a plain watch of this process sees it, to the end of the activity that
 * waits for it, as its journal has it: 100 waits side by side on one worker, whose objects get ready one after another.
 */
public final class EventDelayRow implements Row {
    private static final int WAITS = 100;
    private static final int OF_KUBECTL = 10;
    private static final double TARGET_MILLIS = 50;
    private static final double MICROS = 1000;

    @Override
    public String name() {
        return "from the event to the end of waitReady";
    }

    @Override
    public Set<Part> needs() {
        return Set.of(Part.KUBERNETES, Part.TEMPORAL);
    }

    @Override
    public List<Line> measure(Lab lab) throws IOException, InterruptedException {
        WaitPipelines pipelines = new WaitPipelines(lab.work().resolve("delay"));
        pipelines.gates("gates", WAITS);
        List<Double> ours = new ArrayList<>();
        try (RolloutClient client = RolloutClient.of(lab, pipelines.folder());
                WorkerProcess worker = WorkerProcess.start(lab, client)) {
            lab.say("process of the worker", worker.pid());
            for (int round = 0; round <= 2; round++) { // the first warms the worker
                List<Double> millis = round(lab, client);
                if (round > 0) {
                    ours.addAll(millis);
                }
            }
        }
        Figures kubectl = Figures.of(new KubectlWaits(lab).millis(OF_KUBECTL));
        ours.sort(null);
        double p99 = ours.get((int) Math.ceil(ours.size() * 0.99) - 1);
        lab.say("slipway, ms, of " + ours.size(), Figures.of(ours));
        lab.say("slipway, ms, p99", String.format(Locale.ROOT, "%.1f", p99));
        lab.say("kubectl wait, ms, of " + OF_KUBECTL, kubectl);
        return List.of(Line.atMost(
                "from the status event to the end of waitReady, ms",
                String.format(
                        Locale.ROOT, "median %.1f, p99 %.1f", Figures.of(ours).median(), p99),
                String.format(Locale.ROOT, "kubectl wait, median %.1f, max %.1f", kubectl.median(), kubectl.greatest()),
                p99,
                TARGET_MILLIS,
                "ms, p99"));
    }

    private static List<Double> round(Lab lab, RolloutClient client) throws IOException, InterruptedException {
        try (Namespace namespace = Namespace.make(lab);
                Gates gates = Gates.in(lab, namespace.name())) {
            for (int i = 0; i < WAITS; i++) {
                gates.make(WaitPipelines.gate(i));
            }
            try (Openings openings = gates.watch()) {
                RolloutHandle rollout = client.start("gates", namespace.name(), Map.of());
                Steps steps = new Steps(client, rollout);
                steps.awaitStarted(WAITS);
                for (int i = 0; i < WAITS; i++) {
                    gates.open(WaitPipelines.gate(i));
                    openings.of(WaitPipelines.gate(i));
                    steps.awaitFinished(i + 1);
                }
                RolloutClient.succeeded(rollout);
                return millis(openings, steps.finished());
            }
        }
    }

    private static List<Double> millis(Openings openings, Map<String, Instant> finished) throws InterruptedException {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < WAITS; i++) {
            Duration late = Duration.between(openings.of(WaitPipelines.gate(i)), finished.get("wait-" + i));
            millis.add(late.toNanos() / MICROS / MICROS);
        }
        return millis;
    }
}
