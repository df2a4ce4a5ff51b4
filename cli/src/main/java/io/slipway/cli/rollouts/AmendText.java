package io.slipway.cli.rollouts;

import io.slipway.cli.console.Environment;
import io.slipway.cli.console.Output;
import io.slipway.cli.error.ExitCode;
import io.slipway.model.amend.StepDifference;
import io.slipway.model.json.Json;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What an amendment makes of each step, for people and as JSON. */
final class AmendText {
    private AmendText() {}

    /** On stderr, before the rollout goes on. */
    static void tell(Environment environment, List<StepDifference> differences) {
        text(differences).lines().forEach(environment.console().err()::println);
    }

    /** As the result of the command. */
    static int print(Environment environment, Output output, List<StepDifference> differences) {
        output.print(environment.console(), () -> text(differences), () -> Json.tree(differences));
        return ExitCode.DONE;
    }

    private static String text(List<StepDifference> differences) {
        Map<StepDifference.Kind, Long> counts = differences.stream()
                .collect(Collectors.groupingBy(
                        StepDifference::kind, () -> new EnumMap<>(StepDifference.Kind.class), Collectors.counting()));
        StringBuilder text = new StringBuilder();
        differences.stream()
                .filter(difference -> difference.kind() != StepDifference.Kind.KEPT)
                .forEach(difference -> text.append("  ")
                        .append(difference.kind().sign())
                        .append(' ')
                        .append(difference.display())
                        .append('\n'));
        String summary = counts.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey().word())
                .collect(Collectors.joining(", "));
        return text.append("steps: ").append(summary).append('\n').toString();
    }
}
