package io.slipway.model.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** One event of a rollout, a line of its journal. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
    @JsonSubTypes.Type(value = JournalEvent.RolloutStarted.class, name = "rolloutStarted"),
    @JsonSubTypes.Type(value = JournalEvent.StepStarted.class, name = "stepStarted"),
    @JsonSubTypes.Type(value = JournalEvent.StepFinished.class, name = "stepFinished"),
    @JsonSubTypes.Type(value = JournalEvent.StepMoved.class, name = "stepMoved"),
    @JsonSubTypes.Type(value = JournalEvent.StepKept.class, name = "stepKept"),
    @JsonSubTypes.Type(value = JournalEvent.StepPutBack.class, name = "stepPutBack"),
    @JsonSubTypes.Type(value = JournalEvent.Amended.class, name = "amended"),
    @JsonSubTypes.Type(value = JournalEvent.Decided.class, name = "decided"),
    @JsonSubTypes.Type(value = JournalEvent.NoticeSent.class, name = "noticeSent"),
    @JsonSubTypes.Type(value = JournalEvent.RolloutMoved.class, name = "rolloutMoved")
})
public sealed interface JournalEvent {
    /** When it happened. */
    Instant at();

    /**
     * A run of the rollout started; a resumed rollout has several.
     *
     * @param cluster what tells the cluster from others of the same name; empty when that is not known
     * @param input what the first run was started with; empty for one that goes on
     */
    record RolloutStarted(
            String rollout,
            String pipeline,
            String plan,
            String target,
            String cluster,
            Map<String, JsonNode> params,
            String by,
            boolean simulated,
            Optional<JsonNode> input,
            Instant at)
            implements JournalEvent {
        public RolloutStarted {
            cluster = cluster == null ? "" : cluster; // older journals
            input = input == null ? Optional.empty() : input.filter(tree -> !tree.isNull()); // older journals
        }
    }

    /**
     * The rollout goes on with another plan.
     *
     * @param plan hash of the new plan
     * @param input what the new plan was made from
     * @param decision who decided so, and what is different
     */
    record Amended(String plan, JsonNode input, Decision decision) implements JournalEvent {
        @Override
        public Instant at() {
            return decision.at();
        }
    }

    /** A try of a step started. */
    record StepStarted(String step, String stage, String verb, int attempt, String merkle, Instant at)
            implements JournalEvent {}

    /**
     * A try of a step ended.
     *
     * @param unheard whether the workflow says so, which has not heard from the step's worker what it had done
     */
    record StepFinished(
            String step,
            int attempt,
            StepResult result,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean unheard,
            Instant at)
            implements JournalEvent {
        /** An end as the one says it who carried out the try. */
        public StepFinished(String step, int attempt, StepResult result, Instant at) {
            this(step, attempt, result, false, at);
        }

        /** The end of a try whose worker says no more. */
        public static StepFinished unheard(String step, int attempt, StepResult result, Instant at) {
            return new StepFinished(step, attempt, result, true, at);
        }
    }

    /** A step was skipped, paused, failed without a try, undone, or got outputs of its own. */
    record StepMoved(
            String step,
            String stage,
            String verb,
            StepStatus status,
            String reason,
            Map<String, JsonNode> outputs,
            Instant at)
            implements JournalEvent {}

    /** A step done in an earlier run was kept. */
    record StepKept(String step, String reason, Instant at) implements JournalEvent {}

    /** What a step had changed only for a time was put back. */
    record StepPutBack(String step, String summary, Instant at) implements JournalEvent {}

    /** A person decided. */
    record Decided(Decision decision) implements JournalEvent {
        @Override
        public Instant at() {
            return decision.at();
        }
    }

    /** Somebody was told of the rollout, or could not be. */
    record NoticeSent(Told told) implements JournalEvent {
        @Override
        public Instant at() {
            return told.at();
        }
    }

    /** The rollout paused, went on, or ended. */
    record RolloutMoved(RolloutStatus status, String message, Map<String, JsonNode> outputs, Instant at)
            implements JournalEvent {}
}
