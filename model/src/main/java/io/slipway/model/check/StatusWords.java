package io.slipway.model.check;

import io.slipway.model.expr.Comparison;
import io.slipway.model.journal.RolloutStatus;
import io.slipway.model.journal.StepStatus;
import io.slipway.model.yaml.Place;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/** Comparisons of what has one of a few words: with another word they come out the same for ever. */
final class StatusWords {
    private static final List<String> OF_ROLLOUTS =
            Arrays.stream(RolloutStatus.values()).map(RolloutStatus::word).toList();
    private static final List<String> OF_STEPS = Arrays.stream(StepStatus.values())
            .map(status -> status.name().toLowerCase(Locale.ROOT))
            .toList();

    private StatusWords() {}

    static void check(CheckContext context, List<Comparison> comparisons, IntFunction<Place> places) {
        for (Comparison comparison : comparisons) {
            List<String> words = words(comparison.path());
            if (!words.isEmpty() && !words.contains(comparison.text())) {
                context.problem(
                        ProblemCode.UNKNOWN_WORD,
                        places.apply(comparison.offset()),
                        "'" + String.join(".", comparison.path()) + "' is never '" + comparison.text() + "', only "
                                + String.join(", ", words) + Suggestion.hint(comparison.text(), words));
            }
        }
    }

    /** The words that there are at such a path; empty for any other. */
    private static List<String> words(List<String> path) {
        if (path.equals(List.of("rollout", "status"))) {
            return OF_ROLLOUTS;
        }
        return path.size() == 3 && path.get(0).equals("steps") && path.get(2).equals("status") ? OF_STEPS : List.of();
    }
}
