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
    private final Map<Symptom.Key, Seen> seen = new LinkedHashMap<>();
    private List<Symptom> symptoms = List.of();
    private OwnedTree lookedAt;

    private record Seen(Symptom symptom, Instant last) {}

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
        if (lookedAt == null || !tree.isMadeOf(lookedAt)) {
            symptoms = rules.symptoms(tree);
            lookedAt = tree;
        }
        return lookAgain(now);
    }

    /** Looks once more at the tree that was seen last, when nothing of it has changed: only time has passed. */
    public Optional<FailureCause> lookAgain(Instant now) {
        for (Symptom symptom : symptoms) {
            since.putIfAbsent(symptom.key(), now);
            last.put(symptom.key(), now);
            seen.put(symptom.key(), new Seen(symptom, now));
        }
        last.entrySet().removeIf(one -> Duration.between(one.getValue(), now).compareTo(grace) > 0);
        since.keySet().retainAll(last.keySet());
        seen.values().removeIf(one -> since.values().stream().allMatch(one.last()::isBefore));
        return FailureRules.judge(symptoms, this::besides, since, now, grace);
    }

    /**
     * What was seen of an object while a symptom lasted, or lately: a container that crashes again and again may run for
     * longer than the grace in between.
     */
    private List<Symptom> besides(Symptom certain) {
        return seen.values().stream()
                .filter(one ->
                        since.containsKey(one.symptom().key()) || !one.last().isBefore(since.get(certain.key())))
                .map(Seen::symptom)
                .filter(symptom -> symptom.object().equals(certain.object()))
                .toList();
    }

    /** When each symptom that has not passed was first seen. */
    public Map<Symptom.Key, Instant> since() {
        return Map.copyOf(since);
    }
}
