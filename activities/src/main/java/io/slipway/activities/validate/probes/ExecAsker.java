package io.slipway.activities.validate.probes;

import io.slipway.activities.cluster.access.ExecResult;
import io.slipway.activities.cluster.access.PodRef;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.evidence.Excerpt;
import io.slipway.activities.exec.ExecSeen;
import io.slipway.activities.reach.Reach;
import io.slipway.activities.reach.Where;
import io.slipway.model.action.Probe.ExecProbe;

/** Runs a command in a pod. */
final class ExecAsker implements Asker<ExecProbe> {
    private static final int FIRST_LINE = 60;

    @Override
    public String subject(ExecProbe probe) {
        return "'" + brief(probe) + "' in " + where(probe).display();
    }

    @Override
    public String rule(ExecProbe probe) {
        return "'" + command(probe) + "' in " + where(probe).display() + " exits with 0";
    }

    @Override
    public String byHand(ExecProbe probe, String namespace) {
        return "kubectl exec " + where(probe).kubectl(namespace) + " -- " + command(probe);
    }

    @Override
    public Calls calls(ExecProbe probe, Reach reach) throws InterruptedException {
        return reach.callsToRun(where(probe));
    }

    @Override
    public Seen ask(ExecProbe probe, Reach reach) throws InterruptedException {
        PodRef pod = reach.pod(where(probe));
        ExecResult result = reach.commands().run(pod, probe.command().argv());
        return Seen.good(ExecSeen.values(result), ExecSeen.line(result))
                .butWhen(
                        !result.ok(),
                        "in " + pod.display() + ": "
                                + ExecSeen.cause(result, probe.command().argv()) + "; the command: " + brief(probe),
                        "run it by hand: " + byHand(probe, reach.context().namespace()));
    }

    /** The first line; a whole script would hide what else is said. */
    private static String brief(ExecProbe probe) {
        String command = command(probe);
        String first = command.lines().findFirst().orElse("");
        return first.equals(command) ? first : Excerpt.cut(first, FIRST_LINE);
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
