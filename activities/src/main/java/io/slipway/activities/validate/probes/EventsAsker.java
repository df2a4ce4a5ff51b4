package io.slipway.activities.validate.probes;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.reach.Reach;
import io.slipway.model.action.Probe.EventsProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Looks for warning events since the rollout started. */
final class EventsAsker implements Asker<EventsProbe> {
    @Override
    public String subject(EventsProbe probe) {
        return "warning events"
                + probe.selector().map(selector -> " about " + selector).orElse("");
    }

    @Override
    public String rule(EventsProbe probe) {
        String reasons = probe.reasons().isEmpty() ? "" : " " + String.join(", ", probe.reasons());
        String about = probe.selector().map(selector -> " about " + selector).orElse("");
        return "no warning events" + reasons + about + " since the rollout started";
    }

    @Override
    public String byHand(EventsProbe probe, String namespace) {
        return "kubectl get events --field-selector type=Warning -n "
                + probe.namespace().orElse(namespace);
    }

    @Override
    public Calls calls(EventsProbe probe, Reach reach) throws InterruptedException {
        String namespace = reach.namespace(probe.namespace());
        Calls events = reach.callsOn("events", namespace, "list");
        return probe.selector().isPresent() ? events.and(EventSubjects.calls(reach, namespace)) : events;
    }

    @Override
    public Seen ask(EventsProbe probe, Reach reach) throws InterruptedException {
        String namespace = reach.namespace(probe.namespace());
        List<WarningEvent> warnings = new ArrayList<>();
        for (JsonNode event : reach.list("events", namespace, "")) {
            WarningEvent.of(event)
                    .filter(warning ->
                            !warning.at().isBefore(reach.context().task().rolloutStarted()))
                    .filter(warning -> counts(probe, warning.reason()))
                    .ifPresent(warnings::add);
        }
        if (probe.selector().isPresent() && !warnings.isEmpty()) {
            EventSubjects subjects =
                    new EventSubjects(reach, namespace, probe.selector().get());
            List<WarningEvent> ours = new ArrayList<>();
            for (WarningEvent warning : warnings) {
                if (subjects.include(warning.kind(), warning.name())) {
                    ours.add(warning);
                }
            }
            warnings = ours;
        }
        String lines = warnings.stream().map(WarningEvent::line).distinct().collect(Collectors.joining("; "));
        return Seen.good(
                        Map.of(
                                "events",
                                warnings.stream().map(WarningEvent::value).toList()),
                        warnings.isEmpty() ? "none" : (warnings.size() + ": " + lines))
                .butWhen(
                        !warnings.isEmpty(),
                        (warnings.size() == 1 ? "a warning event: " : warnings.size() + " warning events: ") + lines,
                        "see what they say; list harmless reasons under 'ignore'");
    }

    private static boolean counts(EventsProbe probe, String reason) {
        return (probe.reasons().isEmpty() || probe.reasons().contains(reason))
                && !probe.ignore().contains(reason);
    }
}
