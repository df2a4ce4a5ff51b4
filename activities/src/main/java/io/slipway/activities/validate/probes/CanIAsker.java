package io.slipway.activities.validate.probes;

import io.slipway.activities.reach.Reach;
import io.slipway.model.action.Probe.CanIProbe;
import java.util.Map;

/** Asks for a right with an access review. */
final class CanIAsker implements Asker<CanIProbe> {
    @Override
    public String subject(CanIProbe probe) {
        return "the right of " + who(probe) + " to " + probe.verb() + " " + probe.resource();
    }

    @Override
    public String rule(CanIProbe probe) {
        return who(probe) + " may " + probe.verb() + " " + probe.resource();
    }

    @Override
    public String byHand(CanIProbe probe, String namespace) {
        return "kubectl auth can-i " + probe.verb() + " " + probe.resource() + " -n "
                + probe.namespace().orElse(namespace)
                + probe.serviceAccount()
                        .map(name -> " --as "
                                + AccessReview.user(name, probe.namespace().orElse(namespace)))
                        .orElse("");
    }

    @Override
    public Seen ask(CanIProbe probe, Reach reach) throws InterruptedException {
        String namespace = reach.namespace(probe.namespace());
        AccessReview.Answer answer = new AccessReview(probe.verb(), probe.resource(), namespace)
                .ask(reach.api(), probe.serviceAccount(), namespace);
        String why = answer.reason().isEmpty() ? "" : " (" + answer.reason() + ")";
        return Seen.good(
                        Map.of("allowed", answer.allowed(), "reason", answer.reason()),
                        (answer.allowed() ? "yes" : "no") + why)
                .butWhen(
                        !answer.allowed(),
                        who(probe) + " may not " + probe.verb() + " " + probe.resource() + " in namespace " + namespace
                                + why,
                        "add the verb " + probe.verb() + " on " + probe.resource()
                                + " to its Role, and see that a RoleBinding binds it");
    }

    private static String who(CanIProbe probe) {
        return probe.serviceAccount().map(name -> "serviceaccount/" + name).orElse("the worker");
    }
}
