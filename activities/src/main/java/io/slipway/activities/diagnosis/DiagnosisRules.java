package io.slipway.activities.diagnosis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** An ordered set of rules, the most telling first. */
public final class DiagnosisRules {

    private static final List<String> SHIPPED = List.of("spark.yaml", "flink.yaml", "kubernetes.yaml");

    private final List<DiagnosisRule> rules;

    private DiagnosisRules(List<DiagnosisRule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** The rules that come with Slipway. */
    public static DiagnosisRules standard() {
        return Shipped.RULES;
    }

    /**
     * These after a pipeline's own: what a user writes is more telling. A rule with the id of one of these takes its
     * place.
     *
     * @param file the file's name, for errors
     * @param text its text
     * @throws RuleFileException when it has mistakes; all of them, each with file, line and column
     */
    public DiagnosisRules with(String file, String text) {
        List<DiagnosisRule> all = new ArrayList<>(RuleFile.read(file, text));
        List<String> own = all.stream().map(DiagnosisRule::id).toList();
        rules.stream().filter(rule -> !own.contains(rule.id())).forEach(all::add);
        return new DiagnosisRules(all);
    }

    /** All rules in their order. */
    public List<DiagnosisRule> all() {
        return rules;
    }

    /** These without one. */
    public DiagnosisRules without(String id) {
        return new DiagnosisRules(
                rules.stream().filter(rule -> !rule.id().equals(id)).toList());
    }

    private static List<DiagnosisRule> shipped(String file) {
        try (InputStream in = DiagnosisRules.class.getResourceAsStream("rules/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the diagnosis rules " + file + " are missing in this build");
            }
            return RuleFile.read(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the diagnosis rules " + file + " cannot be read", e);
        }
    }

    /** Read once, at the first question. */
    private static final class Shipped {
        private static final DiagnosisRules RULES = new DiagnosisRules(
                SHIPPED.stream().flatMap(file -> shipped(file).stream()).toList());
    }
}
