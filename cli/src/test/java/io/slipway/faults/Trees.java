package io.slipway.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.failure.FailureCause;
import io.slipway.activities.cluster.failure.FailureRules;
import io.slipway.activities.cluster.failure.OwnedTree;
import io.slipway.activities.cluster.failure.Patience;
import io.slipway.activities.cluster.failure.RuleText;
import io.slipway.activities.cluster.failure.Surroundings;
import io.slipway.activities.cluster.failure.Symptom;
import io.slipway.activities.diagnosis.Snapshot;
import io.slipway.activities.diagnosis.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An object of the sandbox with all that belongs to it, as a wait sees it, after it has been so for the patience of the
 * row's rule.
 */
record Trees(OwnedTree tree, Patience patience) {
    private static final Duration GRACE = Duration.ofSeconds(30);
    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

    static Trees of(FaultRow row, Snapshot snapshot) {
        List<JsonNode> objects =
                snapshot.subjects().stream().map(Subject::object).toList();
        List<JsonNode> events = snapshot.subjects().stream()
                .flatMap(subject -> subject.events().stream())
                .toList();
        JsonNode root = snapshot.subjects().stream()
                .filter(subject -> subject.name().equals(row.of()))
                .map(Subject::object)
                .findFirst()
                .orElseThrow(() -> new AssertionError(row.of() + " is not there"));
        return new Trees(OwnedTree.of(root, new Surroundings(objects, events)), patience(row.rule()));
    }

    private static Patience patience(String rule) {
        return FailureRules.standard().texts().stream()
                .filter(text -> text.name().equals(rule))
                .map(RuleText::patience)
                .map(word -> Patience.valueOf(word.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElse(Patience.LONG);
    }

    /** What a wait with these rules says. */
    Optional<FailureCause> cause(FailureRules rules) {
        Map<Symptom.Key, Instant> since = rules.symptoms(tree).stream()
                .collect(Collectors.toMap(Symptom::key, any -> NOW.minus(patience.of(GRACE))));
        return rules.judge(tree, since, NOW, GRACE);
    }
}
