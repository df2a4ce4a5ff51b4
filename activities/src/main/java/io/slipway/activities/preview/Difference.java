package io.slipway.activities.preview;

import io.slipway.model.plan.Plan;
import io.slipway.workflows.contract.PlanBinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What steps would do, for those who approve it: kept as it was shown, under its hash.
 *
 * @param binding what it was made of
 * @param lines what people read, the first one in short
 */
public record Difference(PlanBinding binding, List<String> lines) {
    /** Verbs that only look, or wait: nobody needs to approve them. */
    private static final Set<String> HARMLESS =
            Set.of("waitReady", "validate", "preflight", "diagnose", "approve", "sleep");

    public Difference {
        lines = List.copyOf(lines);
    }

    static Difference of(Plan plan, RolloutPreview preview) {
        List<String> lines = new ArrayList<>();
        lines.add(inShort(preview));
        preview.steps().stream().filter(Difference::isTold).forEach(step -> {
            lines.add(step.stage() + " / " + step.name() + " (" + step.verb() + ")" + condition(step));
            objects(step.objects(), lines);
            step.unknown().forEach(source -> lines.add("  known during the run: " + source));
            if (!step.problem().isEmpty()) {
                lines.add("  ! " + step.problem());
            }
        });
        if (!preview.pruned().isEmpty()) {
            lines.add("no step deploys any more");
            objects(preview.pruned(), lines);
        }
        return new Difference(PlanBindings.of(plan, preview), lines);
    }

    private static String inShort(RolloutPreview preview) {
        long running = preview.steps().stream()
                .filter(step -> step.objects().isEmpty() && isTold(step))
                .count();
        String counts = preview.counts();
        String objects = !preview.changes() ? "no object would change" : counts;
        String runs = running == 0 ? "" : ", " + running + (running == 1 ? " step" : " steps") + " to run";
        return (preview.fails() ? "it would fail; " : "") + objects + runs;
    }

    private static boolean isTold(StepPreview step) {
        boolean does = !HARMLESS.contains(step.verb())
                && (step.objects().isEmpty()
                        || step.objects().stream()
                                .anyMatch(object -> object.effect().changes()));
        return step.runs() != StepPreview.Runs.NO && (does || !step.problem().isEmpty());
    }

    private static String condition(StepPreview step) {
        return step.runs() == StepPreview.Runs.DECIDED_LATER ? ", decided during the run: " + step.reason() : "";
    }

    private static void objects(List<ObjectPreview> objects, List<String> lines) {
        objects.stream().filter(object -> object.effect().changes()).forEach(object -> {
            lines.add("  " + sign(object.effect()) + " " + object.object()
                    + (object.effect() == Effect.UNKNOWN ? ", may change" : ""));
            if (object.effect() == Effect.CHANGE) {
                object.diff().lines().skip(2).forEach(each -> lines.add("      " + each));
            }
            if (!object.problem().isEmpty()) {
                lines.add("      ! " + object.problem());
            }
        });
    }

    private static String sign(Effect effect) {
        return switch (effect) {
            case CREATE -> "+";
            case CHANGE -> "~";
            case UNCHANGED -> "=";
            case DELETE, PRUNE -> "-";
            case UNKNOWN -> "?";
        };
    }
}
