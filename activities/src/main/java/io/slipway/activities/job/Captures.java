package io.slipway.activities.job;

import io.slipway.activities.step.StepFailure;
import io.slipway.model.spec.Regex;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds patterns with named groups in a job's log. */
final class Captures {
    private Captures() {}

    /**
     * The groups with what they matched first.
     *
     * @throws StepFailure when a pattern matches no line
     */
    static Map<String, String> of(List<Regex> patterns, List<String> lines) {
        Map<String, String> groups = new TreeMap<>();
        for (Regex regex : patterns) {
            Pattern pattern = regex.pattern();
            Matcher found = lines.stream()
                    .map(pattern::matcher)
                    .filter(Matcher::find)
                    .findFirst()
                    .orElseThrow(() -> StepFailure.of(
                            "the job's log does not contain what 'capture' looks for",
                            "none of its " + lines.size() + " lines matches " + regex.value(),
                            "see the step's log; correct the pattern or the job"));
            pattern.namedGroups().keySet().forEach(name -> {
                if (found.group(name) != null) {
                    groups.put(name, found.group(name));
                }
            });
        }
        return groups;
    }
}
