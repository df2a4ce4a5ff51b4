package io.slipway.cli.live;

import io.slipway.model.journal.Failure;
import io.slipway.model.journal.Journal;
import io.slipway.model.journal.JournalEvent;
import io.slipway.model.journal.RolloutStatus;
import io.slipway.model.journal.StepResult;
import io.slipway.model.journal.StepStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Moments of rollouts, as the live tree sees them. */
final class Moments {
    static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

    private Moments() {}

    static List<JournalEvent> begun() {
        List<JournalEvent> events = new ArrayList<>();
        events.add(new JournalEvent.RolloutStarted(
                "hello-1", "hello", "", "sandbox", "", Map.of(), "ada", true, Optional.empty(), START));
        events.add(new JournalEvent.StepStarted("web", "deploy", "deploy", 1, "", START.plusSeconds(1)));
        events.add(new JournalEvent.StepFinished(
                "web", 1, StepResult.succeeded("1 created", Map.of()), START.plusSeconds(3)));
        events.add(new JournalEvent.StepStarted("web-ready", "verify", "waitReady", 1, "", START.plusSeconds(3)));
        return events;
    }

    static List<JournalEvent> paused() {
        List<JournalEvent> events = begun();
        events.add(new JournalEvent.StepFinished(
                "web-ready",
                1,
                StepResult.failed(Failure.of("1 of 2 pods are not ready", "ImagePullBackOff", "Correct the image.")),
                START.plusSeconds(9)));
        events.add(new JournalEvent.StepMoved(
                "web-ready", "verify", "waitReady", StepStatus.PAUSED, "failed", Map.of(), START.plusSeconds(9)));
        events.add(
                new JournalEvent.RolloutMoved(RolloutStatus.PAUSED, "web-ready waits", Map.of(), START.plusSeconds(9)));
        return events;
    }

    static Progress.Snapshot snapshot(List<JournalEvent> events, Map<String, String> progress) {
        return new Progress.Snapshot(Journal.of("hello-1", events), Optional.empty(), progress);
    }
}
