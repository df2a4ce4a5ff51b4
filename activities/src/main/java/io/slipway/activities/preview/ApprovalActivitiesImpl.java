package io.slipway.activities.preview;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.Clusters;
import io.slipway.activities.rollout.KeptPlans;
import io.slipway.activities.step.KeptAlive;
import io.slipway.activities.step.StepServices;
import io.slipway.model.expr.Names;
import io.slipway.model.journal.Ahead;
import io.slipway.model.journal.StepRecord;
import io.slipway.model.journal.StepStatus;
import io.slipway.model.json.Json;
import io.slipway.model.plan.Plan;
import io.slipway.workflows.contract.ApprovalActivities;
import io.temporal.failure.ApplicationFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Looks at what follows a step that asks, and keeps it as it was shown. */
public final class ApprovalActivitiesImpl implements ApprovalActivities, KeptAlive {
    private static final int LINES = 60;
    private static final int WIDTH = 160;

    private final StepServices services;
    private final Clusters clusters;
    private final KeptPlans plans;

    /** Looks at the targets of these services. */
    public ApprovalActivitiesImpl(StepServices services, Clusters clusters) {
        this.services = services;
        this.clusters = clusters;
        this.plans = new KeptPlans(services.blobs());
    }

    @Override
    public Ahead lookAhead(Question question) {
        Plan plan = plans.whole(question.plan())
                .orElseThrow(() -> ApplicationFailure.newNonRetryableFailure(
                        "the plan of rollout '" + question.rollout() + "' is not in this worker's blob store",
                        "NoPlan"));
        Difference now = difference(question, plan);
        String kept = services.blobs().putText(Json.write(now));
        return new Ahead(kept, shortened(question, now.lines()), moved(question.shown(), now));
    }

    private Difference difference(Question question, Plan plan) {
        Previewer previewer = new Previewer(clusters, services.environment());
        try {
            return Difference.of(
                    plan,
                    previewer.of(
                            plan,
                            services.targets().get(question.target()),
                            Followers.of(plan, StepRecord.planned(question.step())),
                            question.whole(),
                            done(question.rollout())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ApplicationFailure.newFailureWithCause("the worker is stopping", "WorkerStopping", e);
        }
    }

    private Map<String, JsonNode> done(String rollout) {
        Map<String, JsonNode> done = new TreeMap<>();
        services.journals().journal(rollout).steps().values().stream()
                .filter(step -> step.status() == StepStatus.SUCCEEDED || step.status() == StepStatus.SKIPPED)
                .forEach(step -> done.put(Names.inExpressions(step.step()), step.seen()));
        return done;
    }

    private List<String> moved(String shown, Difference now) {
        return shown.isEmpty()
                ? List.of()
                : services.blobs()
                        .text(shown)
                        .map(text -> Json.read(text, Difference.class).binding().moved(now.binding()))
                        .orElseGet(() -> List.of("what was shown is gone from this worker's blob store"));
    }

    private static List<String> shortened(Question question, List<String> lines) {
        List<String> some = new ArrayList<>(lines.stream()
                .limit(LINES)
                .map(line -> line.length() > WIDTH ? line.substring(0, WIDTH) + "..." : line)
                .toList());
        if (lines.size() > LINES) {
            some.add("and " + (lines.size() - LINES) + " lines more: slipway show " + question.rollout()
                    + " --difference " + question.step());
        }
        return some;
    }
}
