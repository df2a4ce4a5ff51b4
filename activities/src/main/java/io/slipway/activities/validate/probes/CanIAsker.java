package io.slipway.activities.validate.probes;

import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.reach.Reach;
import io.slipway.model.action.Probe.CanIProbe;
import java.util.Map;
import java.util.Set;

/** Asks for a right with an access review. */
final class CanIAsker implements Asker<CanIProbe> {
    /** Verbs for which a resource must be served; those such as use and impersonate are also asked of others. */
    private static final Set<String> OF_OBJECTS =
            Set.of("get", "list", "watch", "create", "update", "patch", "delete", "deletecollection");

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
    public Calls calls(CanIProbe probe, Reach reach) {
        return probe.serviceAccount().isPresent() ? AccessReview.callsForOthers() : Calls.NONE;
    }

    @Override
    public Seen ask(CanIProbe probe, Reach reach) throws InterruptedException {
        String namespace = reach.namespace(probe.namespace());
        AccessReview.Answer answer = new AccessReview(probe.verb(), probe.resource(), namespace)
                .ask(reach.api(), probe.serviceAccount(), namespace);
        if (answer.allowed() && OF_OBJECTS.contains(probe.verb())) {
            // who may do everything may also do it with what there is not
            served(probe.resource(), reach);
        }
        String why = answer.reason().isEmpty() ? "" : " (" + answer.reason() + ")";
        return Seen.good(
                        Map.of("allowed", answer.allowed(), "reason", answer.reason()),
                        (answer.allowed() ? "yes" : "no") + why)
                .butWhen(
                        !answer.allowed(),
                        who(probe) + " may not " + probe.verb() + " " + probe.resource() + " in namespace " + namespace
                                + why,
                        "add the verb " + probe.verb() + " on " + probe.resource()
                                + " to its Role, and check that a RoleBinding binds it");
    }

    private static void served(String resource, Reach reach) throws InterruptedException {
        String kind = resource.replaceFirst("/.*", "");
        if (!kind.equals("*")) {
            reach.cluster().kinds().called(kind);
        }
    }

    private static String who(CanIProbe probe) {
        return probe.serviceAccount().map(name -> "serviceaccount/" + name).orElse("the worker");
    }
}
