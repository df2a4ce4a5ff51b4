package io.slipway.cli.rollouts;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.plan.Plan;
import io.slipway.model.plan.Planned;
import io.slipway.workflows.contract.RolloutInput;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** Which part of a pipeline runs, and what happens when a step fails. */
final class RunOptions {
    @Option(
            names = "--on-failure",
            paramLabel = "WHAT",
            description = "Reaction to a failed step that does not set its own: pause, fail, undo or continue.")
    private Optional<OnFailureWord> onFailure = Optional.empty();

    @Option(
            names = "--from",
            paramLabel = "STEP",
            description = "Start with this step; steps above it in the file are skipped.")
    private String from = "";

    @Option(
            names = "--until",
            paramLabel = "STEP",
            description = "Stop after this step; steps below it in the file are skipped.")
    private String until = "";

    @Option(names = "--only", paramLabel = "STAGE", description = "Run only this stage.")
    private String only = "";

    enum OnFailureWord {
        PAUSE,
        FAIL,
        UNDO,
        CONTINUE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether the whole pipeline runs. */
    boolean isWhole() {
        return from.isEmpty() && until.isEmpty() && only.isEmpty();
    }

    /** Only values that were given are named: what the pipeline says itself is read from it, also by an amendment. */
    RolloutInput input(Planned.Ready planned, String target, String by) {
        Plan plan = planned.plan();
        Map<String, JsonNode> params = new TreeMap<>(plan.params());
        params.keySet().retainAll(planned.given());
        return new RolloutInput(
                plan.header().pipeline(),
                params,
                plan.header().profile().orElse(""),
                target,
                "",
                false,
                false,
                by,
                onFailure.map(OnFailureWord::toString).orElse(""),
                from,
                until,
                only,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
