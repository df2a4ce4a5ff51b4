package io.slipway.activities.cluster.failure;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Looks at a tree again and again, and says when something has been wrong for too long.
 *
 * <p>A crash loop comes and goes while the container starts: what was not seen for less than the grace has not
 * passed. Not thread safe; the state can be taken along in a heartbeat by {@link #since()}.
 */
public final class FailureWatch {

    private final FailureRules rules;
    private final Duration grace;
    private final Map<Symptom.Key, Instant> since;
    private final Map<Symptom.Key, Instant> last = new HashMap<>();
    private final Map<Symptom.Key, Symptom> seen = new LinkedHashMap<>();
    private List<Symptom> symptoms = List.of();

    /** A watch that has seen nothing yet, with the rules that come with Slipway. */
    public FailureWatch(Duration grace) {
        this(FailureRules.standard(), grace, Map.of());
    }

    /** A watch that goes on from what another has seen. */
    public FailureWatch(FailureRules rules, Duration grace, Map<Symptom.Key, Instant> since) {
        this.rules = Objects.requireNonNull(rules, "rules");
        this.grace = Objects.requireNonNull(grace, "grace");
        this.since = new HashMap<>(since);
        this.last.putAll(since);
    }

    /** Looks once. */
    public Optional<FailureCause> look(OwnedTree tree, Instant now) {
        symptoms = rules.symptoms(tree);
        return lookAgain(now);
    }

    /** Looks once more at the tree that was seen last, when nothing of it has changed: only time has passed. */
    public Optional<FailureCause> lookAgain(Instant now) {
        for (Symptom symptom : symptoms) {
            since.putIfAbsent(symptom.key(), now);
            last.put(symptom.key(), now);
            seen.put(symptom.key(), symptom);
        }
        last.entrySet().removeIf(one -> Duration.between(one.getValue(), now).compareTo(grace) > 0);
        since.keySet().retainAll(last.keySet());
        seen.keySet().retainAll(last.keySet());
        return FailureRules.judge(symptoms, seen.values(), since, now, grace);
    }

    /** When each symptom that has not passed was first seen. */
    public Map<Symptom.Key, Instant> since() {
        return Map.copyOf(since);
    }
}
