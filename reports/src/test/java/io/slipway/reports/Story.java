package io.slipway.reports;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.journal.Change;
import io.slipway.model.journal.CheckResult;
import io.slipway.model.journal.Decision;
import io.slipway.model.journal.Failure;
import io.slipway.model.journal.Journal;
import io.slipway.model.journal.JournalEvent;
import io.slipway.model.journal.RolloutStatus;
import io.slipway.model.journal.StepDetail;
import io.slipway.model.journal.StepResult;
import io.slipway.model.journal.StepStatus;
import io.slipway.model.json.Hash;
import io.slipway.model.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells a rollout event by event, on a clock of its own, and keeps the evidence as a blob store would. */
final class Story {
    private static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

    private final String rollout;
    private final List<JournalEvent> events = new ArrayList<>();
    private final Map<String, String> blobs = new HashMap<>();

    Story(String rollout, String pipeline, boolean simulated) {
        this(rollout, pipeline, simulated, "ada");
    }

    Story(String rollout, String pipeline, boolean simulated, String by) {
        this.rollout = rollout;
        events.add(new JournalEvent.RolloutStarted(
                rollout,
                pipeline,
                Hash.of("plan of " + pipeline),
                simulated ? "sandbox" : "staging",
                "",
                Map.of("namespace", json("datalyptica"), "taskManagers", json(2)),
                by,
                simulated,
                Optional.empty(),
                START));
    }

    static JsonNode json(Object value) {
        return Json.tree(value);
    }

    private static Instant at(double seconds) {
        return START.plusMillis((long) (seconds * 1000));
    }

    /** The rollout goes on in another run. */
    Story goesOn(double from) {
        JournalEvent.RolloutStarted first = (JournalEvent.RolloutStarted) events.getFirst();
        events.add(new JournalEvent.RolloutStarted(
                rollout,
                first.pipeline(),
                first.plan(),
                first.target(),
                "",
                first.params(),
                first.by(),
                first.simulated(),
                Optional.empty(),
                at(from)));
        return this;
    }

    Story starts(String stage, String step, String verb, int attempt, double from) {
        events.add(new JournalEvent.StepStarted(step, stage, verb, attempt, Hash.of(step), at(from)));
        return this;
    }

    Story succeeds(String step, int attempt, double to, String summary, StepDetail detail, Map<String, JsonNode> out) {
        events.add(new JournalEvent.StepFinished(
                step,
                attempt,
                new StepResult(
                        StepResult.Outcome.SUCCEEDED,
                        out,
                        summary,
                        List.of(),
                        Optional.empty(),
                        Map.of(),
                        Optional.of(keep(detail))),
                at(to)));
        return this;
    }

    Story fails(String step, int attempt, double to, Failure failure, List<String> warnings, StepDetail detail) {
        events.add(new JournalEvent.StepFinished(
                step,
                attempt,
                new StepResult(
                        StepResult.Outcome.FAILED,
                        Map.of(),
                        failure.message(),
                        warnings,
                        Optional.of(failure),
                        Map.of(),
                        Optional.of(keep(detail))),
                at(to)));
        return this;
    }

    Story moves(String stage, String step, String verb, StepStatus status, String reason, double when) {
        events.add(new JournalEvent.StepMoved(step, stage, verb, status, reason, Map.of(), at(when)));
        return this;
    }

    Story decides(Decision.Kind kind, String step, String note, double when) {
        events.add(new JournalEvent.Decided(new Decision(kind, step, "ada", note, at(when))));
        return this;
    }

    Story ends(RolloutStatus status, String message, Map<String, JsonNode> outputs, double when) {
        events.add(new JournalEvent.RolloutMoved(status, message, outputs, at(when)));
        return this;
    }

    String keep(StepDetail detail) {
        return keepText(Json.write(detail));
    }

    String keepText(String text) {
        blobs.put(Hash.of(text), text);
        return Hash.of(text);
    }

    Journal journal() {
        return Journal.of(rollout, events);
    }

    Optional<String> blob(String hash) {
        return Optional.ofNullable(blobs.get(hash));
    }

    static StepDetail objects(Change.Kind kind, String... refs) {
        List<Change> changes = Arrays.stream(refs)
                .map(ref -> ref.split("/"))
                .map(part -> new Change(
                        kind,
                        "apps/v1",
                        part[0],
                        "datalyptica",
                        part[1],
                        "uid-" + part[1],
                        kind == Change.Kind.CONFIGURED ? List.of("spec.replicas") : List.of(),
                        Optional.empty(),
                        true))
                .collect(Collectors.toList());
        return new StepDetail(changes, List.of(), List.of(), List.of(), List.of());
    }

    static StepDetail checks(CheckResult... checks) {
        return new StepDetail(List.of(), List.of(checks), List.of(), List.of(), List.of());
    }
}
