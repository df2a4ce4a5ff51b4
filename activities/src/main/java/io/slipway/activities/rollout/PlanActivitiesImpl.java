package io.slipway.activities.rollout;

import io.slipway.activities.step.KeptAlive;
import io.slipway.activities.step.Pulse;
import io.slipway.activities.step.StepServices;
import io.slipway.activities.step.Target;
import io.slipway.model.check.Suggestion;
import io.slipway.model.journal.Journal;
import io.slipway.model.journal.JournalEvent;
import io.slipway.model.journal.Told;
import io.slipway.model.plan.Plan;
import io.slipway.model.plan.PlannedStage;
import io.slipway.workflows.contract.AmendRequest;
import io.slipway.workflows.contract.Amended;
import io.slipway.workflows.contract.PlanActivities;
import io.slipway.workflows.contract.PlanPage;
import io.slipway.workflows.contract.PrepareRequest;
import io.slipway.workflows.contract.Prepared;
import io.slipway.workflows.contract.RolloutInput;
import io.slipway.workflows.contract.StepPage;
import io.slipway.workflows.contract.UndoOrder;
import io.temporal.failure.ApplicationFailure;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans rollouts, and loads what a rollout that goes on has done. */
public final class PlanActivitiesImpl implements PlanActivities, KeptAlive {
    private final StepServices services;
    private final Planning planning;
    private final Foresight foresight;
    private final Pages pages;
    private final KeptPlans plans;
    private final Amending amending;
    private final Revalidating revalidating;
    private final boolean searchAttributes;

    /**
     * Plans with {@code planning}.
     *
     * @param foresight asked before a rollout begins
     * @param searchAttributes whether the Temporal server knows Slipway's search attributes
     */
    public PlanActivitiesImpl(StepServices services, Planning planning, Foresight foresight, boolean searchAttributes) {
        this.services = services;
        this.planning = planning;
        this.foresight = foresight;
        this.pages = new Pages(services.blobs());
        this.plans = new KeptPlans(services.blobs());
        this.amending = new Amending(services, planning);
        this.revalidating = new Revalidating(services, planning);
        this.searchAttributes = searchAttributes;
    }

    @Override
    public Prepared prepare(PrepareRequest request) {
        List<String> problems = new ArrayList<>();
        RolloutInput input = RolloutInput.read(request.input(), problems);
        boolean wanted = input.resume() || request.continued();
        Journal journal = wanted ? services.journals().journal(request.rollout()) : Journal.empty(request.rollout());
        boolean goesOn = wanted && (journal.runs() > 0 || !request.child());
        if (goesOn && journal.runs() == 0) {
            problems.add("there is no journal of rollout '" + request.rollout() + "' to continue from:"
                    + " it never ran with this state folder, or has been cleaned up");
        }
        input.undo().flatMap(undo -> notThere(journal, undo.to())).ifPresent(problems::add);
        Optional<Target> target = target(input, journal, request.continued(), problems);
        if (goesOn && !request.continued() && input.target().isEmpty()) {
            target.flatMap(found -> elsewhere(journal, found)).ifPresent(problems::add);
        }
        if (!problems.isEmpty() || target.isEmpty()) {
            return Prepared.refused(problems);
        }
        if (!goesOn) {
            return start(input, target.get());
        }
        return input.amend().isPresent() && !request.continued()
                ? amended(journal, input.amend().get(), target.get())
                : goOn(journal, target.get(), Optional.empty());
    }

    /** Why there is no going back to a step. */
    private static Optional<String> notThere(Journal journal, String step) {
        String rollout = "rollout '" + journal.rollout() + "'";
        if (step.isEmpty() || UndoOrder.done(journal, step).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                journal.step(step).isEmpty()
                        ? rollout + " has no step '" + step + "' to revert to"
                                + Suggestion.hint(step, journal.steps().keySet())
                        : rollout + " has not completed step '" + step + "', so it cannot be reverted to that step;"
                                + " name an earlier completed step");
    }

    /** Why a rollout does not go on where the name of its target leads now. */
    private static Optional<String> elsewhere(Journal journal, Target target) {
        return ClusterIdentity.differs(journal, ClusterIdentity.of(target))
                ? Optional.of("rollout '" + journal.rollout() + "' started on another cluster: '" + target.name()
                        + "' now refers to " + target.client().getMasterUrl()
                        + ", whose namespace kube-system has another uid; continue with the kubeconfig it was started"
                        + " with (KUBECONFIG=FILE slipway ...), or start a new rollout here")
                : Optional.empty();
    }

    private Optional<Target> target(RolloutInput input, Journal journal, boolean continued, List<String> problems) {
        try {
            return Optional.of(services.targets().get(input.target().isEmpty() ? journal.target() : input.target()));
        } catch (IllegalArgumentException e) {
            problems.add(e.getMessage());
            return Optional.empty();
        } catch (UncheckedIOException e) {
            if (continued) {
                throw e; // it was under way: the cluster is waited for
            }
            problems.add(e.getMessage());
            return Optional.empty();
        }
    }

    private Prepared start(RolloutInput input, Target target) {
        if (input.revalidate().isPresent()) {
            return look(revalidating.find(input, input.revalidate().get(), target), target);
        }
        Planning.Planned planned = planning.plan(input, target);
        if (planned.plan().isEmpty()) {
            return Prepared.refused(planned.problems());
        }
        Plan plan = planned.plan().get();
        List<String> foreseen = foreseen(plan, target, input);
        if (!foreseen.isEmpty()) {
            return Prepared.refused(foreseen);
        }
        return prepared(
                plan,
                plans.keep(plan),
                target,
                Journal.empty(""),
                isWhole(input),
                planned.problems(),
                Optional.empty(),
                Optional.empty());
    }

    private List<String> foreseen(Plan plan, Target target, RolloutInput input) {
        try {
            return foresight.problems(plan, target, input.plan(), isWhole(input));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ApplicationFailure.newFailureWithCause("the worker is stopping", "WorkerStopping", e);
        }
    }

    private Prepared look(Revalidating.Found found, Target target) {
        return found.plan()
                .map(plan -> prepared(
                        plan,
                        plans.keep(plan),
                        target,
                        Journal.empty(""),
                        false,
                        List.of(),
                        Optional.empty(),
                        found.look()))
                .orElseGet(() -> Prepared.refused(found.problems()));
    }

    private static boolean isWhole(RolloutInput input) {
        return input.from().isEmpty() && input.until().isEmpty() && input.only().isEmpty();
    }

    private Prepared goOn(Journal journal, Target target, Optional<JournalEvent.Amended> amended) {
        String hash = amended.map(JournalEvent.Amended::plan).orElse(journal.plan());
        Optional<Plan> plan = plans.find(hash);
        if (plan.isEmpty()) {
            return Prepared.refused(
                    List.of("the plan of rollout '" + journal.rollout() + "' is not in this worker's blob store"));
        }
        Optional<Prepared.Look> look = LastRollout.revalidationOf(journal)
                .map(base -> Revalidating.look(services.journals().journal(base), plan.get()));
        return prepared(plan.get(), hash, target, journal, look.isEmpty(), List.of(), amended, look);
    }

    private Prepared amended(Journal journal, AmendRequest request, Target target) {
        Amended amended = amending.amend(journal, request, target, false);
        return amended.problems().isEmpty()
                ? goOn(journal, target, amended.event())
                : Prepared.refused(amended.problems());
    }

    @Override
    public Amended amend(AmendCall call) {
        Journal journal = services.journals().journal(call.rollout());
        return amending.amend(journal, call.request(), services.targets().get(journal.target()), call.live());
    }

    private Prepared prepared(
            Plan plan,
            String hash,
            Target target,
            Journal journal,
            boolean whole,
            List<String> warnings,
            Optional<JournalEvent.Amended> amended,
            Optional<Prepared.Look> look) {
        List<Prepared.StagePages> stages = new ArrayList<>();
        for (PlannedStage stage : plan.stages()) {
            stages.add(new Prepared.StagePages(
                    stage.name(),
                    stage.needs(),
                    stage.when(),
                    pages.put(stage.steps(), PlanPage::new),
                    stage.steps().size()));
        }
        return new Prepared(
                List.of(),
                hash,
                Optional.of(plan.header()),
                stages,
                pages.put(plan.finallySteps(), PlanPage::new),
                Optional.of(PlanTarget.facts(
                        plan, target, journal.cluster().isEmpty() ? ClusterIdentity.of(target) : journal.cluster())),
                Optional.of(journal.started().orElseGet(services.clock()::instant)),
                pages.put(List.copyOf(journal.steps().values()), StepPage::new),
                Optional.of(journal.status()),
                journal.decisions(),
                searchAttributes,
                whole,
                warnings,
                amended,
                look,
                journal.notices().stream().map(Told::key).toList(),
                journal.lastStart(),
                Pulse.silence());
    }

    @Override
    public PlanPage planPage(String hash) {
        return pages.get(hash, PlanPage.class);
    }

    @Override
    public StepPage journalPage(String hash) {
        return pages.get(hash, StepPage.class);
    }
}
