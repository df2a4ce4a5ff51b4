package io.slipway.reports;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.journal.Decision;
import io.slipway.model.journal.Gap;
import io.slipway.model.journal.Journal;
import io.slipway.model.journal.RolloutStatus;
import io.slipway.model.plan.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What happened in a rollout, with its evidence. The names of the components are the field names of the JSON report
 * and stay as they are.
 *
 * @param version version of this shape
 * @param status where the rollout is
 * @param rollout its id
 * @param pipeline name of the pipeline
 * @param description what the pipeline is for, or empty
 * @param guide title of the guide it carries out, or empty
 * @param plan hash of the plan
 * @param target name of the target
 * @param simulated whether the cluster was the sandbox
 * @param by who started it, as claimed
 * @param runs how many times it was started or resumed
 * @param started when the first run started
 * @param finished when the last run ended; empty while it runs or waits
 * @param seconds how long it took, to its end or to the last thing heard of; without the times between its runs
 * @param gaps the times between its runs, in which nobody carried it out
 * @param message why it is where it is, or empty
 * @param params the values of the parameters
 * @param totals counts of steps, checks and changes
 * @param diagnosis why steps failed, in the order of the steps
 * @param stages the stages in order
 * @param checks every check of every step's last try
 * @param changes a fact for each object, as the last try of each step left it; none of steps that were undone
 * @param warnings what should be known
 * @param decisions what people decided
 * @param outputs what the rollout yields
 * @param coverage sections of the guide with the steps and checks that carry them out
 * @param notices who was told of it, or could not be
 */
public record Report(
        String version,
        RolloutStatus status,
        String rollout,
        String pipeline,
        String description,
        String guide,
        String plan,
        String target,
        boolean simulated,
        String by,
        int runs,
        Optional<Instant> started,
        Optional<Instant> finished,
        double seconds,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Gap> gaps,
        String message,
        Map<String, JsonNode> params,
        Totals totals,
        List<Diagnosis> diagnosis,
        List<StageReport> stages,
        List<CheckReport> checks,
        List<ChangeReport> changes,
        List<WarningReport> warnings,
        List<Decision> decisions,
        Map<String, JsonNode> outputs,
        List<Coverage> coverage,
        List<NoticeReport> notices) {

    /** The version of the shape that this release writes. */
    public static final String VERSION = "slipway/report/v1";

    public Report {
        params = Collections.unmodifiableMap(new TreeMap<>(params));
        gaps = List.copyOf(gaps);
        diagnosis = List.copyOf(diagnosis);
        stages = List.copyOf(stages);
        checks = List.copyOf(checks);
        changes = List.copyOf(changes);
        warnings = List.copyOf(warnings);
        decisions = List.copyOf(decisions);
        outputs = Collections.unmodifiableMap(new TreeMap<>(outputs));
        coverage = List.copyOf(coverage);
        notices = List.copyOf(notices);
    }

    /**
     * The report of a rollout, also of one that still runs.
     *
     * @param journal what happened
     * @param plan what was planned; without it, steps that have not started are not shown
     * @param blobs content hash → text; empty when the store no longer has it
     */
    public static Report of(Journal journal, Optional<Plan> plan, Function<String, Optional<String>> blobs) {
        return new ReportAssembler(journal, plan, new Evidence(blobs)).report();
    }

    /** How long nobody carried it out between its runs. */
    public double idle() {
        return gaps.stream()
                        .map(gap -> Duration.between(gap.from(), gap.to()))
                        .reduce(Duration.ZERO, Duration::plus)
                        .toMillis()
                / 1000.0;
    }

    /** All steps in the order of the stages. */
    public List<StepReport> steps() {
        return stages.stream().flatMap(stage -> stage.steps().stream()).toList();
    }
}
