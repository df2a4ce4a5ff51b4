package io.slipway.activities.diagnosis;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.readiness.rule.KubeObject;
import io.slipway.model.expr.Expressions;
import io.slipway.model.expr.Outcome;
import io.slipway.model.journal.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was found in a snapshot, the most telling first.
 *
 * @param findings one for each rule that speaks; the objects it speaks of are joined
 */
public record Diagnosis(List<Finding> findings) {

    public Diagnosis {
        findings = List.copyOf(findings);
    }

    /** Matches the rules that come with Slipway. */
    public static Diagnosis of(Snapshot snapshot) {
        return of(snapshot, DiagnosisRules.standard());
    }

    /** Matches these rules. */
    public static Diagnosis of(Snapshot snapshot, DiagnosisRules rules) {
        List<Scope> scopes = snapshot.subjects().stream()
                .map(subject -> Scope.of(subject, snapshot.step()))
                .toList();
        Set<String> told = new HashSet<>();
        Map<String, Finding> found = new LinkedHashMap<>();
        for (DiagnosisRule rule : rules.all()) {
            for (Scope scope : scopes) {
                if (scope.holds(rule) && told.add(scope.subject().name() + " " + rule.topic())) {
                    found.merge(rule.id(), scope.finding(rule), Diagnosis::join);
                }
            }
        }
        return new Diagnosis(new ArrayList<>(found.values()));
    }

    /** The first finding in two lines, empty when there is none. */
    public String summary() {
        if (findings.isEmpty()) {
            return "";
        }
        Finding first = findings.getFirst();
        return first.object() + ": " + first.cause() + "\nFix: " + first.fix();
    }

    private static Finding join(Finding first, Finding other) {
        List<String> evidence = new ArrayList<>(first.evidence());
        evidence.add("also " + other.object());
        return new Finding(
                first.rule(),
                first.object(),
                first.cause(),
                first.fix(),
                first.guide(),
                evidence.stream().limit(10).toList());
    }

    /** What rules see of one subject. */
    private record Scope(Subject subject, Map<String, Object> pod, Map<String, Object> values) {

        static Scope of(Subject subject, String step) {
            Map<String, Object> pod = PodView.of(new KubeObject(subject.object()));
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("object", subject.object());
            values.put("pod", pod);
            values.put("events", subject.eventViews());
            values.put("log", String.join("\n", subject.lines()));
            values.put("step", step);
            return new Scope(subject, pod, values);
        }

        /** A rule that asks for a field the object does not have does not speak of it. */
        boolean holds(DiagnosisRule rule) {
            return switch (Expressions.tryEvaluate(rule.when(), values)) {
                case Outcome.Value value -> value.value().asBoolean(false);
                case Outcome.Failed ignored -> false;
            };
        }

        Finding finding(DiagnosisRule rule) {
            Evidence evidence = Evidence.of(rule.evidence(), subject, pod);
            Map<String, String> words = new LinkedHashMap<>(evidence.words());
            JsonNode metadata = subject.object().path("metadata");
            words.put("object", subject.name());
            words.put("name", metadata.path("name").asText());
            words.put("namespace", metadata.path("namespace").asText(""));
            words.put("step", values.get("step").toString());
            words.put("serviceAccount", pod.get("serviceAccount").toString());
            return new Finding(
                    rule.id(),
                    subject.name(),
                    Words.fill(rule.cause(), words),
                    Words.fill(rule.fix(), words),
                    rule.guide(),
                    evidence.lines());
        }
    }
}
