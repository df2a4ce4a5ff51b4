package io.slipway.workflows.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.journal.Doings;
import io.slipway.model.json.Hash;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One try of one step, as it goes to an activity whose type is the verb.
 *
 * @param rollout id of the rollout
 * @param pipeline name of the pipeline
 * @param step name of the step; with {@code forEach} {@code step[element]}
 * @param stage its stage
 * @param verb its verb
 * @param attempt number of the try, from 1
 * @param target name of the target in the worker's configuration
 * @param namespace namespace of objects that name none; empty for the target's own
 * @param plan hash of the plan
 * @param merkle hash of all that decides what the step does
 * @param action the verb's block in its long form, expressions resolved; secrets are markers
 * @param scope what late expressions and manifests may see: params, steps, target, each, rollout
 * @param files files of the step: path → content hash
 * @param secrets the pipeline's {@code secrets} block: name → source
 * @param timeout time left for this try
 * @param rolloutStarted when the first run of the rollout started
 * @param undo whether the step is being undone
 * @param previousDetail for undo: hashes of the details of the step's tries, the last one last
 * @param lostTries for undo: numbers of the tries that left no details, since their worker was lost
 */
public record StepTask(
        String rollout,
        String pipeline,
        String step,
        String stage,
        String verb,
        int attempt,
        String target,
        String namespace,
        String plan,
        String merkle,
        JsonNode action,
        Map<String, JsonNode> scope,
        Map<String, String> files,
        Map<String, JsonNode> secrets,
        Duration timeout,
        Instant rolloutStarted,
        boolean undo,
        List<String> previousDetail,
        List<Integer> lostTries) {
    private static final int NAME_BASE = 45;

    public StepTask {
        scope = Map.copyOf(scope);
        files = Map.copyOf(files);
        secrets = Map.copyOf(secrets);
        previousDetail = previousDetail == null ? List.of() : List.copyOf(previousDetail);
        lostTries = lostTries == null ? List.of() : List.copyOf(lostTries); // histories older than this field
    }

    /** The same, which knows all that the step's tries did. */
    public StepTask after(Doings doings) {
        return with(attempt, undo, doings.details(), doings.lost());
    }

    /** A try of the step as it was, seen from its undo. */
    public StepTask ofTry(int otherAttempt) {
        return with(otherAttempt, false, List.of(), List.of());
    }

    private StepTask with(int newAttempt, boolean undoing, List<String> details, List<Integer> lost) {
        return new StepTask(
                rollout,
                pipeline,
                step,
                stage,
                verb,
                newAttempt,
                target,
                namespace,
                plan,
                merkle,
                action,
                scope,
                files,
                secrets,
                timeout,
                rolloutStarted,
                undoing,
                details,
                lost);
    }

    /** The key of this piece of work: everything started for it is found again by it. */
    public String key() {
        return rollout + "/" + step + "/" + attempt + (undo ? "/undo" : "");
    }

    /** Ten hexadecimal characters of the key's hash, for names. */
    public String shortKey() {
        return Hash.of(key()).substring(0, 10);
    }

    /** The short key of another try of the step, also seen from its undo. */
    public String shortKeyOf(int otherAttempt) {
        return ofTry(otherAttempt).shortKey();
    }

    /** Thirty-two hexadecimal characters of the key's hash: a Flink job id. */
    public String flinkJobId() {
        return Hash.of(key()).substring(0, 32);
    }

    /** Name for a one-shot object of this try: the step's name and the short key; a DNS label. */
    public String objectName() {
        return objectName(NAME_BASE + 1 + shortKey().length());
    }

    /** The same for kinds that take fewer characters: at most so many. */
    public String objectName(int most) {
        int room = most - 1 - shortKey().length();
        String base = step.replaceAll("[^a-z0-9-]", "-").replaceAll("^-+|-+$", "");
        String cut = base.length() > room ? base.substring(0, room).replaceAll("-+$", "") : base;
        return cut + "-" + shortKey();
    }
}
