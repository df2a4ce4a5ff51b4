package io.slipway.reports.fleet;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.slipway.model.fleet.FleetEvent;
import io.slipway.model.fleet.FleetJournal;
import io.slipway.model.fleet.FleetPlan;
import io.slipway.model.fleet.FleetTarget;
import io.slipway.model.fleet.TargetRecord;
import io.slipway.model.fleet.TargetStatus;
import io.slipway.model.journal.RolloutStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What happened in a fleet. The names of the components are the field names of the JSON report and stay as they are.
 *
 * @param version version of this shape
 * @param status where the fleet is
 * @param id id of its run
 * @param fleet its name
 * @param description what it is for, or empty
 * @param pipeline the pipeline that is rolled out
 * @param simulated whether the targets were sandboxes
 * @param by who started it, as claimed
 * @param started when the first run started
 * @param finished when the last one ended; empty while it runs or waits
 * @param seconds from the start to the end, or to the last thing heard of
 * @param message why it is where it is, or empty
 * @param maxFailures how many targets may fail
 * @param targets how many targets are in each status
 * @param waves the waves in order
 * @param decisions what people decided
 */
public record FleetReport(
        String version,
        RolloutStatus status,
        String id,
        String fleet,
        String description,
        String pipeline,
        boolean simulated,
        String by,
        Optional<Instant> started,
        Optional<Instant> finished,
        double seconds,
        String message,
        int maxFailures,
        Map<TargetStatus, Integer> targets,
        List<Wave> waves,
        List<FleetEvent.Decided> decisions) {
    /** The version of the shape that this release writes. */
    public static final String VERSION = "slipway/fleet-report/v1";

    public FleetReport {
        targets = Collections.unmodifiableMap(new EnumMap<>(targets));
        waves = List.copyOf(waves);
        decisions = List.copyOf(decisions);
    }

    /**
     * A wave.
     *
     * @param wave its number, from 1
     * @param share its size as written
     * @param status where it is, as the worst of its targets
     * @param gatePassed whether its gate was passed; empty without a gate
     * @param targets its targets in order
     */
    public record Wave(
            int wave, String share, TargetStatus status, Optional<Boolean> gatePassed, List<TargetRecord> targets) {
        public Wave {
            targets = List.copyOf(targets);
        }

        /** How many of its targets are in a status. */
        public int count(TargetStatus of) {
            return Math.toIntExact(
                    targets.stream().filter(target -> target.status() == of).count());
        }
    }

    /** The report of a fleet, also of one that still runs. */
    public static FleetReport of(FleetPlan plan, FleetJournal journal) {
        List<Wave> waves =
                plan.waves().stream().map(wave -> wave(plan, wave, journal)).toList();
        Map<TargetStatus, Integer> counts = new EnumMap<>(TargetStatus.class);
        waves.stream()
                .flatMap(wave -> wave.targets().stream())
                .forEach(target -> counts.merge(target.status(), 1, Integer::sum));
        Optional<FleetEvent.Started> last = journal.last();
        return new FleetReport(
                VERSION,
                journal.status(),
                journal.id(),
                plan.fleet(),
                plan.description(),
                plan.pipeline(),
                last.map(FleetEvent.Started::simulated).orElse(false),
                last.map(FleetEvent.Started::by).orElse(""),
                journal.started(),
                journal.finished(),
                seconds(journal),
                journal.message(),
                plan.maxFailures(),
                counts.isEmpty() ? new EnumMap<>(TargetStatus.class) : counts,
                waves,
                journal.decisions());
    }

    private static Wave wave(FleetPlan plan, FleetPlan.Wave wave, FleetJournal journal) {
        List<TargetRecord> records = wave.targets().stream()
                .map(FleetTarget::name)
                .map(journal::target)
                .toList();
        return new Wave(
                wave.number(),
                wave.share(),
                worst(records),
                plan.gate().map(gate -> journal.passed(wave.number())),
                records);
    }

    private static TargetStatus worst(List<TargetRecord> records) {
        List<TargetStatus> order = new ArrayList<>(
                List.of(TargetStatus.RUNNING, TargetStatus.CHECKING, TargetStatus.FAILED, TargetStatus.PENDING));
        order.addAll(Arrays.asList(TargetStatus.SUCCEEDED, TargetStatus.SKIPPED));
        return order.stream()
                .filter(status -> records.stream().anyMatch(record -> record.status() == status))
                .findFirst()
                .orElse(TargetStatus.PENDING);
    }

    private static double seconds(FleetJournal journal) {
        Optional<Instant> end = journal.finished()
                .or(() -> journal.targets().stream()
                        .flatMap(target -> Stream.concat(target.finished().stream(), target.started().stream()))
                        .max(Instant::compareTo));
        return journal.started()
                .flatMap(start -> end.map(to -> Duration.between(start, to).toMillis() / 1000.0))
                .orElse(0.0);
    }

    /** The targets that failed, in the order of the waves. */
    @JsonIgnore
    public List<TargetRecord> failed() {
        return waves.stream()
                .flatMap(wave -> wave.targets().stream())
                .filter(target -> target.status() == TargetStatus.FAILED)
                .toList();
    }

    /** How many targets are in a status. */
    public int count(TargetStatus of) {
        return targets.getOrDefault(of, 0);
    }

    /** How many targets there are. */
    @JsonIgnore
    public int size() {
        return targets.values().stream().mapToInt(Integer::intValue).sum();
    }
}
