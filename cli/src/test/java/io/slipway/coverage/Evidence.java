package io.slipway.coverage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the reports of a pipeline's runs say of its steps and checks, each written as {@code step} or {@code step: check}.
 * What no run has come to is in none of the sets.
 *
 * @param done succeeded, or passed, in one run at least
 * @param warned checks that failed as a warning
 * @param failed failed in one run at least
 */
record Evidence(Set<String> done, Set<String> warned, Set<String> failed) {
    Evidence {
        done = Collections.unmodifiableSet(new TreeSet<>(done));
        warned = Collections.unmodifiableSet(new TreeSet<>(warned));
        failed = Collections.unmodifiableSet(new TreeSet<>(failed));
    }

    static Evidence of(List<JsonNode> reports) {
        Evidence all = new Evidence(Set.of(), Set.of(), Set.of());
        for (JsonNode report : reports) {
            all = all.and(of(report));
        }
        return all;
    }

    /** What one report says. */
    static Evidence of(JsonNode report) {
        Set<String> done = new TreeSet<>();
        Set<String> warned = new TreeSet<>();
        Set<String> failed = new TreeSet<>();
        for (JsonNode stage : report.path("stages")) {
            for (JsonNode step : stage.path("steps")) {
                switch (step.path("status").asText()) {
                    case "succeeded" -> done.add(name(step));
                    case "failed" -> failed.add(name(step));
                    default -> {}
                }
            }
        }
        for (JsonNode check : report.path("checks")) {
            boolean warning = check.path("severity").asText().equals("warning");
            Set<String> set = check.path("passed").asBoolean() ? done : warning ? warned : failed;
            set.add(name(check) + ": " + check.path("name").asText());
        }
        return new Evidence(done, warned, failed);
    }

    /** The step's name in the pipeline, also of an element of a loop. */
    private static String name(JsonNode of) {
        return of.path("step").asText().replaceFirst("\\[.*", "");
    }

    private Evidence and(Evidence other) {
        return new Evidence(both(done, other.done), both(warned, other.warned), both(failed, other.failed));
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        Set<String> both = new TreeSet<>(one);
        both.addAll(other);
        return both;
    }

    /** What came of these steps and checks together, in words. */
    String outcome(Collection<String> carriers) {
        if (carriers.isEmpty()) {
            return "**open**";
        }
        Set<String> bad = new TreeSet<>(carriers);
        bad.retainAll(failed);
        Set<String> left = new TreeSet<>(carriers);
        left.removeAll(done);
        left.removeAll(warned);
        left.removeAll(failed);
        if (!bad.isEmpty()) {
            return "**failed**: " + String.join(", ", bad);
        }
        if (left.size() == Set.copyOf(carriers).size()) {
            return "**open**, not run";
        }
        return left.isEmpty() ? "done" : "in part, without " + names(left);
    }

    private static String names(Collection<String> carriers) {
        return carriers.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }
}
