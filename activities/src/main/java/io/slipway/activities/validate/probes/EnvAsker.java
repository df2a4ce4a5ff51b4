package io.slipway.activities.validate.probes;

import io.slipway.activities.cluster.access.ExecResult;
import io.slipway.activities.cluster.access.PodRef;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.exec.ExecSeen;
import io.slipway.activities.reach.Reach;
import io.slipway.activities.reach.Where;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.action.Probe.EnvProbe;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads environment variables in a pod, only those asked for; values do not get into the report. */
final class EnvAsker implements Asker<EnvProbe> {
    @Override
    public String subject(EnvProbe probe) {
        return "the environment of " + where(probe).display();
    }

    @Override
    public String rule(EnvProbe probe) {
        return String.join(", ", probe.names()) + " are set in " + where(probe).display();
    }

    @Override
    public String byHand(EnvProbe probe, String namespace) {
        return "kubectl exec " + where(probe).kubectl(namespace) + " -- printenv " + String.join(" ", probe.names());
    }

    @Override
    public Calls calls(EnvProbe probe, Reach reach) throws InterruptedException {
        return reach.callsToRun(where(probe));
    }

    @Override
    public Seen ask(EnvProbe probe, Reach reach) throws InterruptedException {
        PodRef pod = reach.pod(where(probe));
        ExecResult result = reach.commands().run(pod, List.of("env"));
        if (!result.ok()) {
            throw StepFailure.of(
                    "the environment of " + pod.display() + " cannot be read",
                    ExecSeen.cause(result),
                    "check whether the container has the program env");
        }
        Map<String, String> env = asked(probe, result.stdout());
        List<String> unset =
                probe.names().stream().filter(name -> !env.containsKey(name)).toList();
        Seen seen = Seen.good(Map.of("env", env), "set: " + String.join(", ", env.keySet()));
        return unset.isEmpty()
                ? seen
                : seen.lacks(
                        String.join(", ", unset) + " not set in " + pod.display() + " container " + pod.container(),
                        "add it under env of the container, or check the ConfigMap or Secret it comes from");
    }

    private static Map<String, String> asked(EnvProbe probe, String output) {
        Map<String, String> env = new TreeMap<>();
        for (String line : output.lines().toList()) {
            int equals = line.indexOf('=');
            if (equals > 0 && probe.names().contains(line.substring(0, equals))) {
                env.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        return env;
    }

    private static Where where(EnvProbe probe) {
        return new Where(probe.of(), probe.selector(), probe.container());
    }
}
