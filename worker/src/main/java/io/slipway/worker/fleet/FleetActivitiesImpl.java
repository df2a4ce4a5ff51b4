package io.slipway.worker.fleet;

import io.slipway.activities.step.Target;
import io.slipway.activities.step.Targets;
import io.slipway.activities.store.BlobStore;
import io.slipway.activities.store.FleetStore;
import io.slipway.model.check.Suggestion;
import io.slipway.model.fleet.FleetEvent;
import io.slipway.model.fleet.FleetJournal;
import io.slipway.model.fleet.FleetPlan;
import io.slipway.model.fleet.FleetTarget;
import io.slipway.model.json.Json;
import io.slipway.model.plan.FleetPlanner;
import io.slipway.workflows.contract.FleetActivities;
import io.slipway.workflows.contract.FleetInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans fleets, keeps their journals, and lets the rollouts of their targets run. */
public final class FleetActivitiesImpl implements FleetActivities {
    private static final int MOST_TARGETS = 5_000;
    private static final int SHOWN = 5;

    private final FleetPlanning planning;
    private final FleetStore journals;
    private final BlobStore blobs;
    private final Targets targets;
    private final TargetRollouts rollouts;

    /** Plans with {@code planning}, for these targets. */
    public FleetActivitiesImpl(
            FleetPlanning planning, FleetStore journals, BlobStore blobs, Targets targets, TargetRollouts rollouts) {
        this.planning = planning;
        this.journals = journals;
        this.blobs = blobs;
        this.targets = targets;
        this.rollouts = rollouts;
    }

    @Override
    public Prepared prepare(Request request) {
        List<String> problems = new ArrayList<>();
        FleetInput input = FleetInput.read(request.input(), problems);
        boolean goesOn = input.resume() || request.continued();
        FleetJournal journal = goesOn ? journals.journal(request.id()) : new FleetJournal(request.id());
        if (goesOn && journal.last().isEmpty()) {
            problems.add("there is no journal of fleet '" + request.id() + "' to continue from");
        }
        if (!problems.isEmpty()) {
            return Prepared.refused(problems);
        }
        Optional<FleetPlan> plan = goesOn ? kept(journal, problems) : planned(input.fleet(), problems);
        plan.ifPresent(each -> unknown(each, problems));
        return problems.isEmpty() ? ready(plan.orElseThrow(), journal) : Prepared.refused(problems);
    }

    private Optional<FleetPlan> planned(String fleet, List<String> problems) {
        Optional<FleetPlanner.Planned> planned = planning.plan(fleet);
        if (planned.isEmpty()) {
            problems.add("this worker has no fleet '" + fleet + "'" + Suggestion.among(fleet, planning.names()));
            return Optional.empty();
        }
        Optional<FleetPlan> plan = planned.get().plan();
        if (plan.isEmpty()) {
            planned.get().problems().forEach(problem -> problems.add(problem.toString()));
        } else if (plan.get().targets().size() > MOST_TARGETS) {
            problems.add("the fleet has " + plan.get().targets().size() + " targets, and " + MOST_TARGETS
                    + " is the maximum of one run: select fewer with 'selector'");
        } else {
            OnePlace.problem(targets.places(), plan.get().targets()).ifPresent(problems::add);
        }
        return plan;
    }

    private Optional<FleetPlan> kept(FleetJournal journal, List<String> problems) {
        Optional<FleetPlan> plan =
                blobs.text(journal.last().orElseThrow().plan()).map(text -> Json.read(text, FleetPlan.class));
        if (plan.isEmpty()) {
            problems.add("the plan of fleet '" + journal.id() + "' is not in this worker's blob store");
        }
        return plan;
    }

    private void unknown(FleetPlan plan, List<String> problems) {
        List<String> known = targets.names();
        List<String> unknown = plan.targets().stream()
                .map(FleetTarget::target)
                .filter(name -> !known.contains(name))
                .toList();
        if (!unknown.isEmpty()) {
            problems.add("this worker does not know " + unknown.size() + " of the targets: "
                    + String.join(", ", unknown.subList(0, Math.min(SHOWN, unknown.size())))
                    + (unknown.size() > SHOWN ? ", …" : "")
                    + ". They must be contexts in its kubeconfig and be listed in its --targets");
        }
    }

    private Prepared ready(FleetPlan plan, FleetJournal journal) {
        Target first = targets.get(plan.targets().getFirst().target());
        return new Prepared(
                List.of(),
                blobs.putText(Json.write(plan)),
                Optional.of(plan),
                journal.targets(),
                plan.waves().stream()
                        .map(FleetPlan.Wave::number)
                        .filter(journal::passed)
                        .toList(),
                Optional.of(journal.status()),
                journal.pausing(),
                first.simulated(),
                first.pace().factor());
    }

    @Override
    public void record(Batch batch) {
        List<FleetEvent> events = batch.events();
        journals.append(batch.id(), events);
    }

    @Override
    public TargetEnd rollOut(TargetCall call) {
        return rollouts.rollOut(call);
    }

    @Override
    public TargetEnd look(TargetCall call) {
        return rollouts.look(call);
    }

    @Override
    public void cancel(List<String> ids, String reason) {
        rollouts.cancel(ids, reason);
    }
}
