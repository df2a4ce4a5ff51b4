package io.slipway.worker.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.slipway.activities.store.JournalStore;
import io.slipway.model.journal.RolloutStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;

/**
 * What stands now, read from the journals and not from what this process did: all workers that share them tell the
 * same, also after a start. A journal is read again only when it was written to, and all at most every few seconds.
 */
final class RolloutGauges {
    private static final Duration AGE = Duration.ofSeconds(5);

    private final JournalStore journals;
    private final MultiGauge open;
    private final MultiGauge waiting;
    private final MultiGauge ended;
    private final MultiGauge succeeded;
    private final Map<String, Standing> standings = new HashMap<>();
    private Instant read = Instant.MIN;

    RolloutGauges(MeterRegistry registry, JournalStore journals) {
        this.journals = journals;
        this.open = gauge(registry, "slipway.rollouts.open", "Rollouts and re-validations in progress", null);
        this.waiting = gauge(registry, "slipway.steps.waiting", "Steps that wait for a person", null);
        this.ended = gauge(
                registry, "slipway.last.ended.timestamp", "When the last rollout or re-validation ended", "seconds");
        this.succeeded = gauge(
                registry,
                "slipway.last.succeeded.timestamp",
                "When the last rollout or re-validation that succeeded ended",
                "seconds");
    }

    private static MultiGauge gauge(MeterRegistry registry, String name, String description, String unit) {
        return MultiGauge.builder(name).description(description).baseUnit(unit).register(registry);
    }

    /** Reads what has changed. */
    synchronized void refresh() {
        Instant now = Instant.now();
        if (Duration.between(read, now).compareTo(AGE) < 0) {
            return;
        }
        read = now;
        Map<String, Instant> touched = journals.touched();
        standings.keySet().retainAll(touched.keySet());
        touched.forEach(this::look);
        tell();
    }

    private void look(String id, Instant touched) {
        Standing known = standings.get(id);
        if (known == null || !known.touched().equals(touched)) {
            standings.put(id, Standing.of(journals.journal(id), touched));
        }
    }

    private void tell() {
        Map<Tags, Double> running = new HashMap<>();
        Map<Tags, Double> asking = new HashMap<>();
        for (Standing each : standings.values()) {
            if (!each.status().closed()) {
                running.merge(each.tags().and("status", each.status().word()), 1.0, Double::sum);
            }
            add(asking, each.tags().and("for", "approval"), each.approvals());
            add(asking, each.tags().and("for", "failure"), each.failures());
        }
        register(open, running);
        register(waiting, asking);
        register(ended, latest(status -> true));
        register(succeeded, latest(RolloutStatus.SUCCEEDED::equals));
    }

    private static void add(Map<Tags, Double> all, Tags tags, int many) {
        if (many > 0) {
            all.merge(tags, (double) many, Double::sum);
        }
    }

    private Map<Tags, Double> latest(Predicate<RolloutStatus> which) {
        Map<Tags, Double> latest = new HashMap<>();
        BinaryOperator<Double> later = Math::max;
        standings.values().stream()
                .filter(each -> which.test(each.status()))
                .forEach(each ->
                        each.finished().ifPresent(at -> latest.merge(each.tags(), at.toEpochMilli() / 1000.0, later)));
        return latest;
    }

    private static void register(MultiGauge gauge, Map<Tags, Double> values) {
        gauge.register(
                values.entrySet().stream()
                        .map(entry -> MultiGauge.Row.of(entry.getKey(), entry.getValue()))
                        .toList(),
                true);
    }
}
