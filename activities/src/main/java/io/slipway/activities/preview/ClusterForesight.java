package io.slipway.activities.preview;

import io.slipway.activities.cluster.Clusters;
import io.slipway.activities.cluster.api.ApiException;
import io.slipway.activities.rollout.Foresight;
import io.slipway.activities.step.Target;
import io.slipway.model.plan.Plan;
import io.slipway.workflows.contract.PlanBinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Asks the target before a rollout begins. */
public final class ClusterForesight implements Foresight {
    private final Clusters clusters;
    private final Function<String, String> environment;

    /**
     * Asks these clusters.
     *
     * @param environment the environment that secrets may come from
     */
    public ClusterForesight(Clusters clusters, Function<String, String> environment) {
        this.clusters = clusters;
        this.environment = environment;
    }

    @Override
    public List<String> problems(Plan plan, Target target, Optional<PlanBinding> bound, boolean whole)
            throws InterruptedException {
        Previewer previewer = new Previewer(clusters, environment);
        if (bound.isEmpty()) {
            return unbound(previewer, plan, target, whole);
        }
        RolloutPreview now = previewer.of(plan, target, whole);
        List<String> problems = new ArrayList<>();
        bound.get().moved(PlanBindings.of(plan, now)).forEach(line -> problems.add("the plan is out of date: " + line));
        problems.addAll(now.missingRights());
        return problems;
    }

    /** A server that is away is waited for by the steps themselves, as long as they have time. */
    private static List<String> unbound(Previewer previewer, Plan plan, Target target, boolean whole)
            throws InterruptedException {
        try {
            return previewer.missingRights(plan, target, whole);
        } catch (ApiException away) {
            return List.of();
        }
    }
}
