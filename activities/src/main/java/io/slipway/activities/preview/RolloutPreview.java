package io.slipway.activities.preview;

import io.slipway.model.journal.StepRecord;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a rollout would do.
 *
 * @param pipeline the pipeline
 * @param target the target's name
 * @param namespace namespace of objects that name none
 * @param simulated whether the target is the sandbox
 * @param plan hash of the plan that was looked at
 * @param steps its steps in order, those of {@code finally} last
 * @param pruned objects that no step wants any more
 * @param missingRights what the account may not do although a step needs it, a line for each resource
 * @param lackingRights what the account may not do although it would help, a line for each resource: a run goes on without
 * @param exceededQuotas what its objects need of ResourceQuotas beyond what is free, a line for each resource of a quota
 * @param missingImages images of its objects that OpenShift's image streams will not have, a line for each; somebody else may
 *     still bring them, so a run is not said to fail
 */
public record RolloutPreview(
        String pipeline,
        String target,
        String namespace,
        boolean simulated,
        String plan,
        List<StepPreview> steps,
        List<ObjectPreview> pruned,
        List<String> missingRights,
        List<String> lackingRights,
        List<String> exceededQuotas,
        List<String> missingImages) {
    public RolloutPreview {
        steps = List.copyOf(steps);
        pruned = List.copyOf(pruned);
        missingRights = List.copyOf(missingRights);
        lackingRights = List.copyOf(lackingRights);
        exceededQuotas = List.copyOf(exceededQuotas);
        missingImages = List.copyOf(missingImages);
    }

    /** The same with these rights missing, these quotas exceeded and these images not there. */
    RolloutPreview lacking(List<String> rights, List<String> less, List<String> quotas, List<String> images) {
        return new RolloutPreview(
                pipeline, target, namespace, simulated, plan, steps, pruned, rights, less, quotas, images);
    }

    /** The same of these steps only. */
    RolloutPreview only(Set<String> names) {
        List<StepPreview> some = steps.stream()
                .filter(step -> names.contains(StepRecord.planned(step.name())))
                .toList();
        return new RolloutPreview(
                pipeline,
                target,
                namespace,
                simulated,
                plan,
                some,
                pruned,
                missingRights,
                lackingRights,
                exceededQuotas,
                missingImages);
    }

    /** How many objects there are of each effect, for people; empty when there are none. */
    public String counts() {
        List<Effect> effects = objects().stream().map(ObjectPreview::effect).toList();
        return Arrays.stream(Effect.values())
                .filter(effects::contains)
                .map(effect -> effects.stream().filter(effect::equals).count() + " " + effect.phrase())
                .collect(Collectors.joining(", "));
    }

    /** All objects, those to be pruned last. */
    public List<ObjectPreview> objects() {
        return Stream.concat(steps.stream().flatMap(step -> step.objects().stream()), pruned.stream())
                .toList();
    }

    /** Whether any object would be different afterwards. */
    public boolean changes() {
        return objects().stream().anyMatch(object -> object.effect().changes());
    }

    /** Whether something is known that would make it fail. */
    public boolean fails() {
        return !missingRights.isEmpty()
                || !exceededQuotas.isEmpty()
                || steps.stream().anyMatch(step -> !step.problem().isEmpty())
                || objects().stream().anyMatch(object -> !object.problem().isEmpty());
    }
}
