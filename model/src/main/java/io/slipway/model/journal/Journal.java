package io.slipway.model.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What happened in a rollout, over all its runs. The state is the sum of its events: {@link #apply} is the only way it
 * changes, in the workflow, in the worker's file and in a report.
 *
 * @param rollout id of the rollout
 * @param pipeline name of the pipeline
 * @param plan hash of the plan of the last run
 * @param target name of the target
 * @param cluster what tells its cluster from others of the same name; empty when that is not known
 * @param params the values of the parameters
 * @param by who started the last run, as claimed
 * @param simulated whether the cluster was the sandbox
 * @param status where the rollout is
 * @param message why it is there, or empty
 * @param started when the first run started
 * @param finished when the last run ended
 * @param runs how many times it was started
 * @param steps the steps by name, in the order in which they were first seen
 * @param decisions what people decided, in order
 * @param outputs what the rollout yields
 * @param input what the plan was made from, as it was typed; empty in journals older than this field
 * @param notices who was told what, in order
 * @param gaps the times between its runs, in which nobody carried it out, in order
 */
public record Journal(
        String rollout,
        String pipeline,
        String plan,
        String target,
        String cluster,
        Map<String, JsonNode> params,
        String by,
        boolean simulated,
        RolloutStatus status,
        String message,
        Optional<Instant> started,
        Optional<Instant> finished,
        int runs,
        Map<String, StepRecord> steps,
        List<Decision> decisions,
        Map<String, JsonNode> outputs,
        Optional<JsonNode> input,
        List<Told> notices,
        List<Gap> gaps) {

    /** A journal in which nothing has happened. */
    public static Journal empty(String rollout) {
        return new Journal(
                rollout,
                "",
                "",
                "",
                "",
                Map.of(),
                "",
                false,
                RolloutStatus.RUNNING,
                "",
                Optional.empty(),
                Optional.empty(),
                0,
                new LinkedHashMap<>(),
                new ArrayList<>(),
                Map.of(),
                Optional.empty(),
                new ArrayList<>(),
                new ArrayList<>());
    }

    /** The state that the events add up to. */
    public static Journal of(String rollout, Collection<JournalEvent> events) {
        Journal journal = empty(rollout);
        for (JournalEvent event : events) {
            journal = journal.apply(event);
        }
        return journal;
    }

    /**
     * The state after an event. Steps and decisions are kept in the same growing collections, so that a rollout of
     * thousands of steps stays linear; use the result and forget the receiver.
     */
    public Journal apply(JournalEvent event) {
        return switch (event) {
            case JournalEvent.RolloutStarted e -> {
                Gap.before(e.at(), this).ifPresent(gaps::add);
                yield new Journal(
                        e.rollout(),
                        e.pipeline(),
                        e.plan(),
                        e.target(),
                        e.cluster().isEmpty() ? cluster : e.cluster(),
                        e.params(),
                        e.by(),
                        e.simulated(),
                        RolloutStatus.RUNNING,
                        "",
                        started.or(() -> Optional.of(e.at())),
                        Optional.empty(),
                        runs + 1,
                        steps,
                        decisions,
                        outputs,
                        e.input().or(() -> input),
                        notices,
                        gaps);
            }
            case JournalEvent.StepStarted e -> {
                StepRecord record =
                        steps.computeIfAbsent(e.step(), name -> StepRecord.pending(name, e.stage(), e.verb()));
                steps.put(e.step(), record.started(e.attempt(), e.merkle(), e.at()));
                yield this;
            }
            case JournalEvent.StepFinished e -> {
                steps.computeIfPresent(e.step(), (name, record) -> record.finished(e.result(), e.at()));
                yield this;
            }
            case JournalEvent.StepMoved e -> {
                StepRecord record =
                        steps.computeIfAbsent(e.step(), name -> StepRecord.pending(name, e.stage(), e.verb()));
                StepRecord moved = record.with(e.status(), e.reason(), e.at());
                steps.put(e.step(), e.outputs().isEmpty() ? moved : moved.with(e.outputs()));
                yield this;
            }
            case JournalEvent.StepKept e -> {
                steps.computeIfPresent(e.step(), (name, record) -> record.kept(e.reason(), e.at()));
                yield this;
            }
            case JournalEvent.StepPutBack e -> {
                steps.computeIfPresent(e.step(), (name, record) -> record.putBack(e.summary(), e.at()));
                yield this;
            }
            case JournalEvent.Decided e -> {
                decisions.add(e.decision());
                yield this;
            }
            case JournalEvent.RolloutMoved e ->
                new Journal(
                        rollout,
                        pipeline,
                        plan,
                        target,
                        cluster,
                        params,
                        by,
                        simulated,
                        e.status(),
                        e.message(),
                        started,
                        e.status().closed() ? Optional.of(e.at()) : Optional.empty(),
                        runs,
                        steps,
                        decisions,
                        e.outputs().isEmpty() ? outputs : e.outputs(),
                        input,
                        notices,
                        gaps);
            case JournalEvent.NoticeSent e -> {
                notices.add(e.told());
                yield this;
            }
            case JournalEvent.Amended e -> amended(e);
        };
    }

    private Journal amended(JournalEvent.Amended event) {
        decisions.add(event.decision());
        return new Journal(
                rollout,
                pipeline,
                event.plan(),
                target,
                cluster,
                params,
                by,
                simulated,
                status,
                message,
                started,
                finished,
                runs,
                steps,
                decisions,
                outputs,
                Optional.of(event.input()),
                notices,
                gaps);
    }

    /** When the last run started. */
    public Optional<Instant> lastStart() {
        return gaps.isEmpty() ? started : Optional.of(gaps.getLast().to());
    }

    /** The record of a step, if anything was heard of it. */
    public Optional<StepRecord> step(String name) {
        return Optional.ofNullable(steps.get(name));
    }
}
