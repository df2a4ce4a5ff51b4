package io.slipway.workflows.contract;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import java.util.List;

/** Looks, without writing, whether what a step once made is still there. */
@ActivityInterface
public interface KeepActivities {
    /** Whether the objects of the step exist with the same uid. */
    @ActivityMethod(name = "VerifyKept")
    Verdict verify(Kept kept);

    /**
     * A step that was done in an earlier run.
     *
     * @param target name of the target
     * @param step its name
     * @param details hashes of the details of its tries
     */
    record Kept(String target, String step, List<String> details) {
        public Kept {
            details = List.copyOf(details);
        }
    }

    /**
     * Whether the step can be kept.
     *
     * @param intact whether everything is there
     * @param reason what is missing or, when intact, what was looked at
     */
    record Verdict(boolean intact, String reason) {}
}
