package io.slipway.activities.validate.probes;

import io.slipway.activities.cluster.access.ExecResult;
import io.slipway.activities.cluster.access.PodRef;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.exec.ExecSeen;
import io.slipway.activities.reach.Reach;
import io.slipway.activities.reach.Where;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.action.Probe.TcpProbe;
import java.util.List;
import java.util.Map;

/** Opens a TCP connection in a pod, with {@code nc} or else with bash. */
final class TcpAsker implements Asker<TcpProbe> {
    private static final String SECONDS = "5";

    @Override
    public String subject(TcpProbe probe) {
        return "the connection from " + probe.from() + " to " + probe.to();
    }

    @Override
    public String rule(TcpProbe probe) {
        return probe.from() + " can connect to " + probe.to();
    }

    @Override
    public String byHand(TcpProbe probe, String namespace) {
        return "kubectl exec -n " + namespace + " " + probe.from() + " -- nc -zv "
                + probe.to().replace(':', ' ');
    }

    @Override
    public Calls calls(TcpProbe probe, Reach reach) throws InterruptedException {
        return reach.callsToRun(Where.of(probe.from()));
    }

    @Override
    public Seen ask(TcpProbe probe, Reach reach) throws InterruptedException {
        int colon = probe.to().lastIndexOf(':');
        PodRef pod = reach.pod(Where.of(probe.from()));
        ExecResult result = connect(probe.to().substring(0, colon), probe.to().substring(colon + 1), pod, reach);
        return Seen.good(Map.of("connected", result.ok()), result.ok() ? "connected" : ExecSeen.line(result))
                .butWhen(
                        !result.ok(),
                        pod.display() + " cannot connect to " + probe.to() + ": " + ExecSeen.cause(result),
                        "check that the service has ready endpoints on that port and that no network policy blocks it");
    }

    private static ExecResult connect(String host, String port, PodRef pod, Reach reach) throws InterruptedException {
        String bash = "exec 3<>/dev/tcp/" + host + "/" + port;
        return PodTools.first(
                        reach,
                        pod,
                        List.of("nc", "-z", "-v", "-w", SECONDS, host, port),
                        List.of("timeout", SECONDS, "bash", "-c", bash))
                .orElseThrow(() -> StepFailure.permanent(
                        "connections cannot be tested in " + pod.display(),
                        "the image has neither nc nor bash with timeout",
                        "use a pod whose image has one of them"));
    }
}
