package io.slipway.model.amend;

import io.slipway.model.journal.Journal;
import io.slipway.model.journal.StepRecord;
import io.slipway.model.journal.StepStatus;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Why a rollout may not go on with another plan: nothing that is done is lost or done twice unless somebody says so. */
public final class AmendmentRules {
    /** The word that stands for every done step that would run again. */
    public static final String ALL = "all";

    private static final Set<StepStatus> UNDER_WAY = EnumSet.of(StepStatus.RUNNING, StepStatus.RETRYING);

    private final Journal journal;
    private final Set<String> redo;
    private final List<String> problems = new ArrayList<>();

    private AmendmentRules(Journal journal, Set<String> redo) {
        this.journal = journal;
        this.redo = redo;
    }

    /**
     * What forbids the amendment, a line each; none when it is allowed.
     *
     * @param redo done steps that may run again, or {@link #ALL}
     * @param live whether the rollout is paused, with steps that may still be running
     */
    public static List<String> problems(
            List<StepDifference> differences, Journal journal, Set<String> redo, boolean live) {
        AmendmentRules rules = new AmendmentRules(journal, redo);
        differences.forEach(difference -> rules.look(difference, live));
        redo.stream()
                .filter(step -> !step.equals(ALL))
                .filter(step -> differences.stream().noneMatch(each -> isAgain(each, step)))
                .forEach(
                        step -> rules.problems.add("step '" + step + "' would not run again: neither it nor any step it"
                                + " follows has changed, or it does not exist. Remove --redo " + step));
        return List.copyOf(rules.problems);
    }

    private static boolean isAgain(StepDifference difference, String step) {
        return difference.step().equals(step) && runsAgain(difference);
    }

    private static boolean runsAgain(StepDifference difference) {
        return switch (difference.kind()) {
            case CHANGED, AGAIN -> true;
            case KEPT, NEW, GONE -> false;
        };
    }

    private void look(StepDifference difference, boolean live) {
        String step = difference.step();
        boolean kept = difference.kind() == StepDifference.Kind.KEPT;
        if (!kept && live && records(step).stream().anyMatch(record -> UNDER_WAY.contains(record.status()))) {
            problems.add("step '" + step + "' is running: wait until it has finished, then amend");
        } else if (difference.kind() == StepDifference.Kind.GONE && isDone(step)) {
            problems.add("step '" + step + "' is done but no longer in the pipeline: keep it, or undo it first"
                    + " with 'slipway undo'");
        } else if (runsAgain(difference) && isDone(step) && !redo.contains(step) && !redo.contains(ALL)) {
            problems.add("step '" + step + "' is done but would run again: " + String.join(", ", difference.what())
                    + ". Use --redo " + step + " to allow that");
        }
    }

    private boolean isDone(String step) {
        return records(step).stream().anyMatch(record -> record.status() == StepStatus.SUCCEEDED);
    }

    /** The record of a step and those of its loop's elements. */
    private List<StepRecord> records(String step) {
        return journal.steps().values().stream()
                .filter(record -> record.step().equals(step) || record.step().startsWith(step + "["))
                .toList();
    }
}
