package io.slipway.activities.validate.probes;

import io.slipway.activities.cluster.access.ExecResult;
import io.slipway.activities.cluster.access.PodRef;
import io.slipway.activities.exec.ExecSeen;
import io.slipway.activities.reach.Reach;
import io.slipway.activities.reach.Where;
import io.slipway.model.action.Probe.ExecProbe;

/** Runs a command in a pod. */
final class ExecAsker implements Asker<ExecProbe> {
    @Override
    public String rule(ExecProbe probe) {
        return "'" + command(probe) + "' in " + where(probe).display() + " exits with 0";
    }

    @Override
    public String byHand(ExecProbe probe, String namespace) {
        return "kubectl exec " + where(probe).kubectl(namespace) + " -- " + command(probe);
    }

    @Override
    public Seen ask(ExecProbe probe, Reach reach) throws InterruptedException {
        PodRef pod = reach.pod(where(probe));
        ExecResult result = reach.commands().run(pod, probe.command().argv());
        return Seen.good(ExecSeen.values(result), ExecSeen.line(result))
                .butWhen(
                        !result.ok(),
                        "'" + command(probe) + "' in " + pod.display() + ": " + ExecSeen.cause(result),
                        "run it by hand: " + byHand(probe, reach.context().namespace()));
    }

    private static String command(ExecProbe probe) {
        return probe.command()
                .shell()
                .orElseGet(() -> String.join(" ", probe.command().words()))
                .strip();
    }

    private static Where where(ExecProbe probe) {
        return new Where(probe.of(), probe.selector(), probe.container());
    }
}
