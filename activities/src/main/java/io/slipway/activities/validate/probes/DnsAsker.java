package io.slipway.activities.validate.probes;

import io.slipway.activities.cluster.access.ExecResult;
import io.slipway.activities.cluster.access.PodRef;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.reach.Reach;
import io.slipway.activities.reach.Where;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.action.Probe.DnsProbe;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks a name up in a pod, with {@code getent} or else {@code nslookup}. */
final class DnsAsker implements Asker<DnsProbe> {
    private static final Pattern ADDRESS = Pattern.compile(
            "(?m)^(?:Address(?: \\d+)?:\\s*)?((?:\\d{1,3}\\.){3}\\d{1,3}|[0-9a-fA-F]{0,4}(?::[0-9a-fA-F]{0,4}){2,7})(?:\\s|$)");

    @Override
    public String subject(DnsProbe probe) {
        return "the name " + probe.name() + " in " + probe.from();
    }

    @Override
    public String rule(DnsProbe probe) {
        return probe.name() + " resolves in " + probe.from();
    }

    @Override
    public String byHand(DnsProbe probe, String namespace) {
        return "kubectl exec -n " + namespace + " " + probe.from() + " -- getent hosts " + probe.name();
    }

    @Override
    public Calls calls(DnsProbe probe, Reach reach) throws InterruptedException {
        return reach.callsToRun(Where.of(probe.from()));
    }

    @Override
    public Seen ask(DnsProbe probe, Reach reach) throws InterruptedException {
        PodRef pod = reach.pod(Where.of(probe.from()));
        ExecResult result = lookUp(probe, pod, reach);
        List<String> addresses = result.ok() ? addresses(result.stdout()) : List.of();
        return Seen.good(
                        Map.of("addresses", addresses),
                        addresses.isEmpty() ? "not found" : String.join(", ", addresses))
                .butWhen(
                        addresses.isEmpty(),
                        probe.name() + " does not resolve in " + pod.display(),
                        "check that the service exists in that namespace, and that the cluster's DNS pods are ready");
    }

    private static ExecResult lookUp(DnsProbe probe, PodRef pod, Reach reach) throws InterruptedException {
        return PodTools.first(reach, pod, List.of("getent", "ahosts", probe.name()), List.of("nslookup", probe.name()))
                .orElseThrow(() -> StepFailure.permanent(
                        "names cannot be resolved in " + pod.display(),
                        "the image has neither getent nor nslookup",
                        "use a pod whose image has one of them"));
    }

    /** The addresses of an answer; of nslookup's only those after the name server's own. */
    static List<String> addresses(String output) {
        int answer = output.indexOf("Name:");
        String text = output.contains("Server:") ? output.substring(Math.max(answer, 0)) : output;
        TreeSet<String> addresses = new TreeSet<>();
        Matcher matcher = ADDRESS.matcher(text);
        while (matcher.find()) {
            addresses.add(matcher.group(1));
        }
        return List.copyOf(addresses);
    }
}
