package io.slipway.activities.validate.probes;

import io.slipway.activities.cluster.access.ExecResult;
import io.slipway.activities.cluster.access.PodRef;
import io.slipway.activities.reach.PodCommands;
import io.slipway.activities.reach.Reach;
import io.slipway.activities.step.StepFailure;
import java.util.List;
import java.util.Optional;

/** Commands of which an image may have one and not another. */
final class PodTools {
    private PodTools() {}

    /**
     * What the first of the commands says whose program the pod's image has; nothing when it has none of them.
     *
     * @throws StepFailure when the pod cannot be asked for another reason
     */
    @SafeVarargs
    static Optional<ExecResult> first(Reach reach, PodRef pod, List<String>... commands) throws InterruptedException {
        for (List<String> command : commands) {
            try {
                ExecResult result = reach.commands().run(pod, command);
                if (!PodCommands.notFound(result, command.getFirst())) {
                    return Optional.of(result);
                }
            } catch (StepFailure refused) {
                if (!PodCommands.notFound(refused.failure().cause())) {
                    throw refused;
                }
            }
        }
        return Optional.empty();
    }
}
