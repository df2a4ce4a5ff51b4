package io.slipway.model.expr;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cel.runtime.CelEvaluationException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compiles and evaluates expressions. Safe for use by several threads, deterministic, without input or output: workflow
 * code may call it, after {@link #warm()} was called outside, since the first use takes some hundred milliseconds.
 */
public final class Expressions {
    private Expressions() {}

    /** Loads and exercises CEL, so that the first evaluation of a workflow is as fast as the others. */
    public static void warm() {
        Map<String, Object> scope = Map.of("params", Map.of("n", 2L), "steps", Map.of(), "target", Map.of());
        evaluate("[1, 2].exists(x, x == params.n) && 'a-b'.split('-').size() == 2", scope);
        evaluate("quantity('1Gi').isGreaterThan(quantity('1M')) && steps.?x.hasValue() == false", scope);
    }

    /** Compiles against declared types; what is wrong comes back as values. */
    public static Compiled compile(String source, Declarations declarations) {
        return TypedCompiles.of(source, declarations);
    }

    /** What an expression reads, in the order of the source; nothing when it does not parse. */
    public static List<Reference> references(String source) {
        return Parses.references(source);
    }

    /**
     * Evaluates.
     *
     * @param source CEL, without <code>${{ }}</code>
     * @param scope name → value: JSON trees, or strings, numbers, booleans, lists and maps of them
     */
    public static Outcome tryEvaluate(String source, Map<String, ?> scope) {
        Programs.Program program = Programs.of(source, scope.keySet());
        if (program.program() == null) {
            return new Outcome.Failed(program.errors());
        }
        try {
            return new Outcome.Value(CelValues.toJson(program.program().eval(values(scope, source))));
        } catch (CelEvaluationException | IllegalArgumentException e) {
            return new Outcome.Failed(List.of(CelErrors.runtime(source, e)));
        }
    }

    /**
     * Evaluates; as {@link #tryEvaluate}.
     *
     * @throws ExpressionException when the expression does not compile or has no value
     */
    public static JsonNode evaluate(String source, Map<String, ?> scope) {
        return switch (tryEvaluate(source, scope)) {
            case Outcome.Value value -> value.value();
            case Outcome.Failed failed -> throw new ExpressionException(source, failed.errors());
        };
    }

    /**
     * Evaluates a condition.
     *
     * @throws ExpressionException when the expression does not compile, has no value, or its value is not a bool
     */
    public static boolean evaluateBool(String source, Map<String, ?> scope) {
        JsonNode value = evaluate(source, scope);
        if (!value.isBoolean()) {
            throw new ExpressionException(
                    source, List.of(new ExpressionError(1, 1, 0, "its value must be true or false, not " + value)));
        }
        return value.booleanValue();
    }

    /**
     * Fills in every template of a tree. A text that is one expression and nothing else becomes its value with its type;
     * an optional without a value takes its key or element away; <code>${{ secrets.x.key }}</code> becomes the marker
     * of {@link io.slipway.model.spec.SecretRef}. When the scope has {@code secrets} (name → source with {@code keys}),
     * names with dashes are found by their written form. Bare CEL, as in fields of type Late, is left alone.
     *
     * @throws ExpressionException for the first template that has no value
     */
    public static JsonNode resolve(JsonNode template, Map<String, ?> scope) {
        return new TemplateResolver(scope).resolve(template);
    }

    /** A value as it stands inside a longer text: a number without an exponent, a list or map as JSON. */
    public static String text(JsonNode value) {
        return CelValues.text(value);
    }

    /** Everything that the templates of a tree read. */
    public static Set<Reference> referencesIn(JsonNode tree) {
        return Parses.referencesIn(tree);
    }

    private static Map<String, Object> values(Map<String, ?> scope, String source) {
        Map<String, Object> values = LinkedHashMap.newLinkedHashMap(scope.size());
        scope.forEach((name, value) -> {
            if (source.contains(name)) {
                values.put(name, CelValues.toCel(value));
            }
        });
        return values;
    }
}
