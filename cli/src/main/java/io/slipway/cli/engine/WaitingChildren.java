package io.slipway.cli.engine;

import io.slipway.cli.home.Home;
import io.slipway.model.journal.Journal;
import io.slipway.model.journal.RolloutStatus;
import io.slipway.model.journal.StepRecord;
import io.slipway.model.journal.StepStatus;
import io.slipway.workflows.contract.ChildRollout;
import java.util.List;
import java.util.function.Predicate;

/**
 * Rollouts that steps of another one run and that wait for a person. Their parent does not pause: to it, its step only
 * takes long. When nothing else goes on there, it waits as they do.
 */
public final class WaitingChildren {
    private static final String PIPELINE = "pipeline";

    private WaitingChildren() {}

    /**
     * The journals of those that wait; none while another step of the parent runs.
     *
     * @param waits whether a rollout of that id, whose journal says so, really waits now
     */
    public static List<Journal> of(Home home, Journal parent, Predicate<String> waits) {
        List<StepRecord> running = parent.steps().values().stream()
                .filter(step -> step.status() == StepStatus.RUNNING)
                .toList();
        if (running.isEmpty() || !running.stream().allMatch(step -> step.verb().equals(PIPELINE))) {
            return List.of();
        }
        List<Journal> children = running.stream()
                .map(step -> ChildRollout.id(parent.rollout(), step.step(), step.attempt()))
                .map(home.journals()::journal)
                .filter(child -> child.status() == RolloutStatus.PAUSED && waits.test(child.rollout()))
                .toList();
        return children.size() == running.size() ? children : List.of();
    }

    /** What to say of one of them, and what to type. */
    static List<String> lines(Journal child, String goOn) {
        return List.of(
                "waits    rollout " + child.rollout() + " of pipeline " + child.pipeline() + " is paused: "
                        + child.message(),
                "next     slipway show " + child.rollout(),
                "next     " + goOn + "  # when it has ended");
    }
}
