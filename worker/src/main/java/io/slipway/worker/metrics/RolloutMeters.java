package io.slipway.worker.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.slipway.activities.store.Stores;
import io.slipway.model.journal.CheckResult;
import io.slipway.model.journal.JournalEvent;
import io.slipway.model.journal.StepDetail;
import io.slipway.model.journal.StepRecord;
import io.slipway.model.journal.StepResult;
import io.slipway.model.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what this worker writes into journals: ends of rollouts and steps, checks, decisions. */
final class RolloutMeters {
    private static final Logger log = LoggerFactory.getLogger(RolloutMeters.class);
    private static final Duration[] BUCKETS = {
        Duration.ofSeconds(1),
        Duration.ofSeconds(10),
        Duration.ofMinutes(1),
        Duration.ofMinutes(10),
        Duration.ofHours(1)
    };
    private static final int NAME = 120;

    private final MeterRegistry registry;
    private final Stores stores;
    private final Map<String, Identity> rollouts = new Recent<>();
    private final Map<String, Begun> begun = new Recent<>();

    /** A try under way. */
    private record Begun(String verb, Instant at) {}

    RolloutMeters(MeterRegistry registry, Stores stores) {
        this.registry = registry;
        this.stores = stores;
    }

    /** Takes note of events that were written. Whatever goes wrong here costs a metric and no rollout. */
    void heard(String rollout, List<JournalEvent> events) {
        try {
            events.forEach(event -> heard(rollout, event));
        } catch (RuntimeException e) {
            log.warn("a metric of rollout {} is missing", rollout, e);
        }
    }

    private void heard(String rollout, JournalEvent event) {
        switch (event) {
            case JournalEvent.StepStarted e ->
                begun.putIfAbsent(key(rollout, e.step(), e.attempt()), new Begun(e.verb(), e.at()));
            case JournalEvent.StepFinished e -> finished(rollout, e);
            case JournalEvent.Decided e ->
                count(
                        "slipway.decisions",
                        "Decisions of people",
                        rollout,
                        "decision",
                        e.decision().kind().name().toLowerCase(Locale.ROOT));
            case JournalEvent.RolloutMoved e -> {
                if (e.status().closed()) {
                    Identity of = identity(rollout);
                    count(
                            "slipway.rollouts.ended",
                            "Rollouts and re-validations that ended",
                            rollout,
                            "kind",
                            of.kind(),
                            "status",
                            e.status().word());
                    rollouts.remove(rollout);
                }
            }
            case JournalEvent.RolloutStarted e -> {}
            case JournalEvent.StepMoved e -> {}
            case JournalEvent.StepKept e -> {}
            case JournalEvent.StepPutBack e -> {}
            case JournalEvent.Amended e -> {}
            case JournalEvent.NoticeSent e -> {}
        }
    }

    private void finished(String rollout, JournalEvent.StepFinished event) {
        Optional.ofNullable(begun.remove(key(rollout, event.step(), event.attempt())))
                .ifPresent(since -> Timer.builder("slipway.step")
                        .description("Tries of steps, from their beginning to their end")
                        .tags(
                                "verb",
                                since.verb(),
                                "outcome",
                                event.result().status().name().toLowerCase(Locale.ROOT))
                        .serviceLevelObjectives(BUCKETS)
                        .register(registry)
                        .record(Duration.between(since.at(), event.at())));
        checks(event.result())
                .forEach(check -> count(
                        "slipway.checks",
                        "Checks that were made",
                        rollout,
                        "check",
                        name(StepRecord.planned(event.step()) + ": " + check.name()),
                        "result",
                        check.passed() ? "passed" : check.warning() ? "warned" : "failed"));
    }

    private List<CheckResult> checks(StepResult result) {
        return result.detail()
                .flatMap(stores.blobs()::text)
                .map(text -> Json.read(text, StepDetail.class).checks())
                .orElse(List.of());
    }

    private void count(String name, String description, String rollout, String... tags) {
        Counter.builder(name)
                .description(description)
                .tags("pipeline", identity(rollout).pipeline())
                .tags(tags)
                .register(registry)
                .increment();
    }

    private Identity identity(String rollout) {
        return rollouts.computeIfAbsent(
                rollout, id -> Identity.of(stores.journals().journal(id)));
    }

    private static String key(String rollout, String step, int attempt) {
        return rollout + "/" + step + "/" + attempt;
    }

    private static String name(String text) {
        return text.length() <= NAME ? text : text.substring(0, NAME);
    }
}
