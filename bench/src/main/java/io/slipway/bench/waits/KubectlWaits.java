package io.slipway.bench.waits;

import io.slipway.bench.bed.Lab;
import io.slipway.bench.bed.Namespace;
import io.slipway.bench.bed.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The same with {@code kubectl wait}, one process at a time: from the event to the process's end.
 *
 * @param lab where
 */
record KubectlWaits(Lab lab) {
    /** It has begun to watch by then: it has no word for that. */
    private static final long TO_BEGIN_MILLIS = 1500;

    private static final double MICROS = 1000;

    List<Double> millis(int many) throws IOException, InterruptedException {
        List<Double> millis = new ArrayList<>();
        try (Namespace namespace = Namespace.make(lab);
                Gates gates = Gates.in(lab, namespace.name());
                Openings openings = gates.watch()) {
            for (int i = 0; i < many; i++) {
                String gate = WaitPipelines.gate(i);
                gates.make(gate);
                Path said = lab.work().resolve("kubectl-wait.txt");
                Process wait = Program.of(lab, "kubectl")
                        .begin(
                                said,
                                "wait",
                                "--for=condition=Ready",
                                "gate/" + gate,
                                "-n",
                                namespace.name(),
                                "--timeout=5m");
                CompletableFuture<Instant> ended =
                        wait.onExit().thenApply(process -> Clock.systemUTC().instant());
                Thread.sleep(TO_BEGIN_MILLIS);
                gates.open(gate);
                Instant seen = openings.of(gate);
                millis.add(Duration.between(seen, ended.join()).toNanos() / MICROS / MICROS);
                if (wait.exitValue() != 0) {
                    throw new IOException("kubectl wait ended with " + wait.exitValue());
                }
            }
        }
        return millis;
    }
}
