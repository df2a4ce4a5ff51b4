package io.slipway.activities.cluster.readiness.general;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.readiness.rule.Condition;
import io.slipway.activities.cluster.readiness.rule.KubeObject;
import io.slipway.activities.cluster.readiness.rule.Readiness;
import io.slipway.activities.cluster.readiness.rule.ReadinessRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Listens to the parts that a status lists: listeners, parents, members, environments. Parts can only complain; that
 * all are well does not make the whole ready.
 */
final class DetailsRule implements ReadinessRule {

    /** Ends of the names of fields that hold one word: {@code state}, {@code transitionStatus}, {@code lastResult}. */
    private static final Set<String> WORDS = Set.of("phase", "state", "health", "status", "result");

    /** What was, or is only a record. */
    private static final Pattern RECORD = Pattern.compile(
            ".*(history|previous|last|old|former|event|log|record|transition|conditions).*", Pattern.CASE_INSENSITIVE);

    @Override
    public Optional<Readiness> judge(KubeObject object) {
        Optional<Readiness> worst = Optional.empty();
        for (Map.Entry<String, JsonNode> field : object.at("status").properties()) {
            if (RECORD.matcher(field.getKey()).matches()) {
                continue;
            }
            for (JsonNode part : parts(field.getValue())) {
                Optional<Readiness> verdict = part(object, field.getKey(), part);
                if (verdict.isPresent() && (worst.isEmpty() || Severity.of(verdict.get()) > Severity.of(worst.get()))) {
                    worst = verdict;
                }
            }
        }
        return worst;
    }

    /** The entries of a list or map, or the object itself when its fields are plain. */
    private static List<JsonNode> parts(JsonNode node) {
        List<JsonNode> parts = new ArrayList<>();
        if (node.isObject()) {
            parts.add(node);
        }
        node.forEach(entry -> {
            if (entry.isObject()) {
                parts.add(entry);
            }
        });
        return parts;
    }

    private static Optional<Readiness> part(KubeObject object, String field, JsonNode part) {
        List<Condition> conditions = KubeObject.conditions(part.path("conditions"));
        Optional<Readiness> said = ConditionsRule.judge(object, conditions).filter(r -> !r.isReady());
        if (said.isPresent()) {
            return said;
        }
        for (Map.Entry<String, JsonNode> entry : part.properties()) {
            List<String> words = Words.of(entry.getKey());
            if (words.isEmpty()
                    || !WORDS.contains(words.getLast())
                    || !entry.getValue().isTextual()) {
                continue;
            }
            String value = entry.getValue().asText();
            Optional<PhaseWords.Meaning> meaning = PhaseWords.of(value);
            String text = "status." + field + ": " + entry.getKey() + " is " + value;
            if (meaning.filter(PhaseWords.Meaning.BROKEN::equals).isPresent()) {
                return Optional.of(new Readiness.Failed(text));
            }
            if (meaning.filter(PhaseWords.Meaning.BUSY::equals).isPresent()) {
                return Optional.of(new Readiness.Progressing(text));
            }
        }
        return Optional.empty();
    }
}
