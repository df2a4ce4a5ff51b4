package io.slipway.activities.diagnosis.collect;

import io.slipway.activities.diagnosis.DiagnosisRules;
import io.slipway.activities.step.StepContext;
import io.slipway.model.json.Json;
import io.slipway.model.plan.Plan;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The rules for a step: those of its pipeline's {@code rules} file before those that come with Slipway. The file is read
 * from the plan, so a rollout keeps the rules it was planned with.
 */
public final class PipelineRules implements Function<StepContext, DiagnosisRules> {
    private final Map<String, DiagnosisRules> known = new ConcurrentHashMap<>();

    @Override
    public DiagnosisRules apply(StepContext context) {
        return known.computeIfAbsent(context.task().plan(), plan -> read(context, plan));
    }

    private static DiagnosisRules read(StepContext context, String plan) {
        Optional<String> own = context.blobs()
                .text(plan)
                .map(text -> Json.read(text, Plan.class))
                .flatMap(one -> one.header().rules())
                .flatMap(context.blobs()::text);
        DiagnosisRules standard = DiagnosisRules.standard();
        return own.map(text -> standard.with("rules", text)).orElse(standard);
    }
}
