package io.slipway.activities.helm.chart;

import io.slipway.activities.step.StepFailure;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.semver4j.Semver;

/** Chooses among the versions of a chart. */
final class ChartVersions {
    private ChartVersions() {}

    /**
     * The version that is meant: that very one, or the newest in a range, or the newest that is no pre-release.
     *
     * @throws StepFailure when there is none
     */
    static String choose(String chart, Optional<String> wanted, List<String> offered) {
        if (wanted.isPresent() && offered.contains(wanted.get())) {
            return wanted.get();
        }
        return offered.stream()
                .map(Semver::parse)
                .filter(Objects::nonNull)
                .filter(version -> wanted.map(version::satisfies).orElse(version.isStable()))
                .max(Comparator.naturalOrder())
                .map(version -> offered.stream()
                        .filter(text -> version.equals(Semver.parse(text)))
                        .findFirst()
                        .orElseThrow())
                .orElseThrow(() -> none(chart, wanted, offered));
    }

    private static StepFailure none(String chart, Optional<String> wanted, List<String> offered) {
        return StepFailure.permanent(
                chart + " has no version " + wanted.orElse("that is not a pre-release"),
                "it has "
                        + (offered.isEmpty()
                                ? "none"
                                : String.join(", ", offered.stream().limit(10).toList())),
                "correct 'version'");
    }
}
