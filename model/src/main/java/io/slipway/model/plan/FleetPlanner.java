package io.slipway.model.plan;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.check.Checked;
import io.slipway.model.check.CheckedFleet;
import io.slipway.model.check.FleetChecker;
import io.slipway.model.check.PipelineFolder;
import io.slipway.model.check.Problem;
import io.slipway.model.check.ProblemCode;
import io.slipway.model.fleet.Fleet;
import io.slipway.model.fleet.FleetPlan;
import io.slipway.model.fleet.FleetTarget;
import io.slipway.model.fleet.Share;
import io.slipway.model.plan.Planned.Ready;
import io.slipway.model.plan.Planned.Refused;
import io.slipway.model.yaml.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes the plan of a fleet. The pipeline is planned with the values of every target, so that a wrong one is found before anything begins. */
public final class FleetPlanner {
    private final CheckedFleet checked;

    private FleetPlanner(CheckedFleet checked) {
        this.checked = checked;
    }

    /**
     * What came of planning.
     *
     * @param plan the plan; empty when there are errors
     * @param problems errors, or warnings when there is a plan
     * @param pipeline the pipeline's folder; empty when there is none
     */
    public record Planned(Optional<FleetPlan> plan, List<Problem> problems, Optional<PipelineFolder> pipeline) {
        public Planned {
            problems = List.copyOf(problems);
        }
    }

    /** The plan of the fleet in a folder, or its problems. */
    public static Planned plan(PipelineFolder folder) {
        CheckedFleet checked = FleetChecker.check(folder);
        Optional<PipelineFolder> pipeline = checked.pipeline().map(Checked::folder);
        if (!checked.ok()) {
            return new Planned(Optional.empty(), checked.problems(), pipeline);
        }
        FleetPlanner planner = new FleetPlanner(checked);
        FleetPlan plan = planner.plan();
        List<Problem> wrong = planner.values(plan);
        return wrong.isEmpty()
                ? new Planned(Optional.of(plan), checked.problems(), pipeline)
                : new Planned(Optional.empty(), wrong, pipeline);
    }

    private FleetPlan plan() {
        Fleet fleet = checked.fleet().orElseThrow();
        int all = checked.targets().size();
        return new FleetPlan(
                fleet.name(),
                fleet.description().orElse(""),
                checked.pipeline().orElseThrow().name(),
                fleet.profile().orElse(""),
                fleet.params(),
                Share.parse(fleet.maxFailures()).of(all),
                fleet.parallel(),
                fleet.onFailure().name().toLowerCase(Locale.ROOT),
                fleet.gate().map(gate -> new FleetPlan.Gate(gate.after().orElse(Duration.ZERO), gate.revalidate())),
                waves(fleet.waves()));
    }

    private List<FleetPlan.Wave> waves(List<String> written) {
        List<Integer> sizes = Share.sizes(
                written.stream().map(Share::parse).toList(), checked.targets().size());
        List<FleetPlan.Wave> waves = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < sizes.size(); i++) {
            int to = from + sizes.get(i);
            if (to > from) {
                waves.add(new FleetPlan.Wave(
                        waves.size() + 1, written.get(i), checked.targets().subList(from, to)));
            }
            from = to;
        }
        return waves;
    }

    /** What the pipeline refuses of the values of each target; values that are the same are asked once. */
    private List<Problem> values(FleetPlan plan) {
        Map<Map<String, JsonNode>, List<Problem>> known = new HashMap<>();
        List<Problem> wrong = new ArrayList<>();
        List<Problem> shared = shared(plan);
        shared.forEach(
                problem -> wrong.add(new Problem(problem.code(), Place.startOf(FleetChecker.FILE), problem.message())));
        for (FleetTarget target : plan.targets()) {
            Map<String, JsonNode> values = new TreeMap<>(plan.params(target));
            known.computeIfAbsent(values, this::refused).stream()
                    .filter(problem -> !shared.contains(problem))
                    .map(problem -> new Problem(
                            problem.code(),
                            checked.places().get(target.name()),
                            "target '" + target.name() + "': " + problem.message()))
                    .forEach(wrong::add);
        }
        return wrong;
    }

    /** What is wrong for every target: the profile, and values of the fleet. A value that is missing may be a target's. */
    private List<Problem> shared(FleetPlan plan) {
        return refused(plan.params()).stream()
                .filter(problem -> problem.code() != ProblemCode.MISSING_PARAMETER)
                .toList();
    }

    private List<Problem> refused(Map<String, JsonNode> values) {
        Optional<String> profile = checked.fleet().orElseThrow().profile();
        PlanInput input = new PlanInput(profile, Map.of(), Map.of(), values);
        return switch (Planner.plan(checked.pipeline().orElseThrow(), input)) {
            case Ready ready -> List.of();
            case Refused refused -> refused.problems();
        };
    }
}
