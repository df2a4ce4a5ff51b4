package io.slipway.activities.diagnosis;

import io.slipway.model.check.ProblemCode;
import io.slipway.model.expr.Compiled;
import io.slipway.model.expr.Declarations;
import io.slipway.model.expr.ExpressionError;
import io.slipway.model.expr.Expressions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads one rule of a file. */
final class RuleEntry {

    private static final List<String> REQUIRED = List.of("id", "when", "cause", "fix");
    private static final List<String> OPTIONAL = List.of("guide", "evidence", "topic");
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern NOTHING = Pattern.compile("(?!)");

    static final Declarations SCOPE = PodView.declare(Declarations.none())
            .withVariable("object", "dyn")
            .withVariable("events", "list(dyn)")
            .withVariable("log", "string")
            .withVariable("step", "string");

    private final Reporter report;
    private boolean wrong;

    /** Takes down a mistake. */
    @FunctionalInterface
    interface Reporter {
        void report(ProblemCode code, Optional<Mark> mark, String problem);
    }

    RuleEntry(Reporter report) {
        this.report = report;
    }

    /** The rule, or empty when something was reported. */
    Optional<DiagnosisRule> read(Node entry) {
        if (!(entry instanceof MappingNode map)) {
            problem(ProblemCode.WRONG_TYPE, entry, "a rule has id, when, cause and fix");
            return Optional.empty();
        }
        Map<String, ScalarNode> fields = fields(map);
        for (String key : REQUIRED) {
            if (!fields.containsKey(key)) {
                problem(
                        ProblemCode.MISSING_KEY,
                        entry,
                        "this rule has no " + key + "; required are id, when, cause and fix");
            }
        }
        check(fields);
        Pattern evidence = evidence(fields.get("evidence"));
        if (wrong) {
            return Optional.empty();
        }
        String id = text(fields, "id");
        String topic = fields.containsKey("topic") ? text(fields, "topic") : id;
        return Optional.of(new DiagnosisRule(
                id,
                text(fields, "when"),
                evidence,
                topic,
                text(fields, "cause"),
                text(fields, "fix"),
                text(fields, "guide")));
    }

    private Map<String, ScalarNode> fields(MappingNode map) {
        Map<String, ScalarNode> fields = new LinkedHashMap<>();
        for (NodeTuple tuple : map.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            if (!REQUIRED.contains(key) && !OPTIONAL.contains(key)) {
                problem(
                        ProblemCode.UNKNOWN_KEY,
                        tuple.getKeyNode(),
                        "unknown key '" + key + "'; valid are id, when, cause, fix, guide, evidence" + " and topic");
            } else if (tuple.getValueNode() instanceof ScalarNode value
                    && !value.getValue().isBlank()) {
                fields.put(key, value);
            } else {
                problem(ProblemCode.WRONG_TYPE, tuple.getValueNode(), key + " must be a text");
            }
        }
        return fields;
    }

    private void check(Map<String, ScalarNode> fields) {
        ScalarNode id = fields.get("id");
        if (id != null && !ID.matcher(id.getValue()).matches()) {
            problem(
                    ProblemCode.BAD_NAME,
                    id,
                    "'" + id.getValue() + "' is not a valid id: use lower-case words joined by dashes");
        }
        ScalarNode when = fields.get("when");
        if (when == null) {
            return;
        }
        Compiled compiled = Expressions.compile(when.getValue(), SCOPE);
        for (ExpressionError error : compiled.errors()) {
            problem(
                    ProblemCode.BAD_EXPRESSION,
                    when,
                    "when: " + error.message() + " (line " + error.line() + ", column " + error.column()
                            + " of the expression; in scope: pod, object, events, log and step)");
        }
        if (compiled.ok() && !compiled.type().equals("bool") && !compiled.type().equals("dyn")) {
            problem(ProblemCode.TYPE_MISMATCH, when, "when: its value must be true or false, not " + compiled.type());
        }
    }

    private Pattern evidence(ScalarNode node) {
        if (node == null) {
            return NOTHING;
        }
        try {
            return Pattern.compile(node.getValue(), Pattern.CASE_INSENSITIVE);
        } catch (PatternSyntaxException bad) {
            problem(
                    ProblemCode.BAD_VALUE,
                    node,
                    "evidence: " + bad.getDescription() + " at character " + (bad.getIndex() + 1));
            return NOTHING;
        }
    }

    private void problem(ProblemCode code, Node node, String text) {
        wrong = true;
        report.report(code, node.getStartMark(), text);
    }

    private static String text(Map<String, ScalarNode> fields, String key) {
        return fields.containsKey(key) ? fields.get(key).getValue().strip() : "";
    }
}
