package io.slipway.workflows.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.journal.Decision;
import io.slipway.model.journal.JournalEvent;
import io.slipway.model.journal.RolloutStatus;
import io.slipway.model.plan.PlanHeader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A plan, ready to be walked. Its steps are fetched page by page, as they are needed.
 *
 * @param problems why there is no plan, a line each with its place; then nothing else counts
 * @param plan hash of the plan
 * @param header what holds for the whole rollout
 * @param stages the stages in order
 * @param finallyPages pages of the steps that run at the end
 * @param target facts of the target
 * @param started when the first run started
 * @param journalPages pages of the records that earlier runs left
 * @param status where an earlier run left the rollout
 * @param decisions what people decided in earlier runs
 * @param searchAttributes whether this Temporal server knows Slipway's search attributes
 * @param whole whether all steps are to run, so that what no step wants any more can go
 * @param warnings what should be known but does not stop the rollout
 * @param looks when the run only looks at what an earlier rollout left: what it needs to know of that
 * @param amended how this run came by another plan than the one before
 * @param told keys of the notices that earlier runs sent
 * @param lastStart when the rollout was last started or resumed, which a run that only continues a long one does not change
 * @param silence how long a step may go without a heartbeat before its worker is given up for lost
 */
public record Prepared(
        List<String> problems,
        String plan,
        Optional<PlanHeader> header,
        List<StagePages> stages,
        List<String> finallyPages,
        Optional<TargetFacts> target,
        Optional<Instant> started,
        List<String> journalPages,
        Optional<RolloutStatus> status,
        List<Decision> decisions,
        boolean searchAttributes,
        boolean whole,
        List<String> warnings,
        Optional<JournalEvent.Amended> amended,
        Optional<Look> looks,
        List<String> told,
        Optional<Instant> lastStart,
        Duration silence) {
    /** The shortest time without a heartbeat after which a worker is given up for lost; the next one then has its step within 10 s. */
    public static final Duration LEAST_SILENCE = Duration.ofSeconds(8);

    public Prepared {
        silence = silence == null ? LEAST_SILENCE : silence;
        lastStart = lastStart == null ? Optional.empty() : lastStart;
        told = told == null ? List.of() : List.copyOf(told);
        looks = looks == null ? Optional.empty() : looks;
        amended = amended == null ? Optional.empty() : amended; // histories older than this field
    }

    /** There is no plan, and here is why. */
    public static Prepared refused(List<String> problems) {
        return new Prepared(
                List.copyOf(problems),
                "",
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(),
                false,
                false,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                LEAST_SILENCE);
    }

    /**
     * What a run that only looks needs to know of the rollout it looks at.
     *
     * @param of id of that rollout
     * @param steps outputs and status of its steps, as expressions see them
     */
    public record Look(String of, Map<String, JsonNode> steps) {}

    /**
     * A stage and where its steps are.
     *
     * @param name its name
     * @param needs stages that must be done before
     * @param when CEL source that decides whether it runs
     * @param pages hashes of {@link PlanPage}s
     * @param steps how many steps it has
     */
    public record StagePages(String name, List<String> needs, Optional<String> when, List<String> pages, int steps) {}

    /**
     * What expressions and the journal say of the target.
     *
     * @param name its name
     * @param cluster what tells its cluster from others of the same name; empty when that is not known
     * @param namespace namespace of objects that name none
     * @param platform {@code kubernetes} or {@code openshift}
     * @param simulated whether it is the sandbox
     * @param pace how many times faster than the wall clock its time runs
     */
    public record TargetFacts(
            String name, String cluster, String namespace, String platform, boolean simulated, double pace) {
        public TargetFacts {
            cluster = cluster == null ? "" : cluster; // histories older than this field
        }
    }
}
