package io.slipway.bench.waits;

import io.slipway.bench.bed.Lab;
import io.slipway.bench.bed.Line;
import io.slipway.bench.bed.Memory;
import io.slipway.bench.bed.Namespace;
import io.slipway.bench.bed.Part;
import io.slipway.bench.bed.RolloutClient;
import io.slipway.bench.bed.Row;
import io.slipway.bench.bed.WorkerProcess;
import io.slipway.worker.engine.RolloutHandle;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A worker waits for 5,000 pods that become ready meanwhile; the API server's audit log says what it asked for. */
public final class ManyPodsRow implements Row {
    /** Whose reads are in the audit log, by the test bed's policy. */
    private static final String AUDITED = "slipway-bench-pods";

    private static final int PODS = 5_000;
    private static final double MOST_MIB = 300;

    @Override
    public String name() {
        return "waiting on " + PODS + " pods";
    }

    @Override
    public Set<Part> needs() {
        return Set.of(Part.KUBERNETES, Part.TEMPORAL, Part.KWOK);
    }

    @Override
    public List<Line> measure(Lab lab) throws IOException, InterruptedException {
        WaitPipelines pipelines = new WaitPipelines(lab.work().resolve("many-pods"));
        pipelines.pods("pods", KwokPods.LABEL);
        try (Namespace namespace = Namespace.make(lab, AUDITED);
                RolloutClient client = RolloutClient.of(lab, pipelines.folder());
                KwokPods pods = new KwokPods(lab, namespace.name());
                WorkerProcess worker = WorkerProcess.start(lab, client)) {
            pods.make(PODS);
            Instant began = Clock.systemUTC().instant();
            int before = Memory.nowMiB(worker.pid());
            RolloutHandle rollout = client.start("pods", namespace.name(), Map.of());
            new Steps(client, rollout).awaitStarted(1);
            pods.run();
            RolloutClient.succeeded(rollout);
            int more = Memory.mostMiB(worker.pid()) - before;
            lab.say("memory of the worker before, MiB", before);
            lab.say("the most more meanwhile, MiB", more);
            AuditedReads reads = AuditedReads.of(lab.bed().auditLogs(), namespace.name(), began);
            reads.watches().forEach((kind, many) -> lab.say("watches of " + kind, many));
            reads.lists().forEach((kind, many) -> lab.say("whole lists of " + kind, many));
            return lines(more, reads);
        }
    }

    private static List<Line> lines(int more, AuditedReads reads) {
        int lists = reads.most(reads.lists());
        int watches = reads.most(reads.watches());
        return List.of(
                Line.atMost(
                        "waiting on 5,000 pods, memory of the worker more than before, MiB",
                        String.valueOf(more),
                        "",
                        more,
                        MOST_MIB,
                        "MiB"),
                new Line(
                        "watches of a kind, and whole lists of it",
                        watches + ", " + lists,
                        "",
                        "1, 1",
                        watches == 1 && lists == 1));
    }
}
