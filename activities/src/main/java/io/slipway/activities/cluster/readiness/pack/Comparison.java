package io.slipway.activities.cluster.readiness.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.slipway.activities.cluster.readiness.rule.KubeObject;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a path should hold. */
final class Comparison {

    private static final Pattern OPERATOR =
            Pattern.compile("(?<operator>>=|<=|==|!=|<|>)\\s*(?<right>[^|]*)(\\|(?<otherwise>.*))?");

    private Comparison() {}

    static BiPredicate<KubeObject, JsonNode> of(String value) {
        if (value.equals("present") || value.equals("absent")) {
            return (object, node) -> true;
        }
        Matcher matcher = OPERATOR.matcher(value);
        if (!matcher.matches()) {
            boolean negated = value.startsWith("not ");
            Glob glob = Glob.of(negated ? value.substring(4) : value);
            return (object, node) ->
                    node.isValueNode() && glob.matches(node.asText().strip()) != negated;
        }
        IntPredicate holds = holds(matcher.group("operator"));
        String right = matcher.group("right").strip();
        String otherwise =
                Optional.ofNullable(matcher.group("otherwise")).orElse("").strip();
        return (object, node) ->
                compare(node, right(object, right, otherwise)).map(holds::test).orElse(false);
    }

    /** Whether it compares by order, as counts are. */
    static boolean orders(String value) {
        return value.startsWith("<") || value.startsWith(">");
    }

    private static JsonNode right(KubeObject object, String right, String otherwise) {
        if (!right.startsWith("spec.") && !right.startsWith("status.") && !right.startsWith("metadata.")) {
            return TextNode.valueOf(right);
        }
        return object.has(right) ? object.at(right) : TextNode.valueOf(otherwise);
    }

    private static Optional<Integer> compare(JsonNode left, JsonNode right) {
        if (right.asText().isBlank()) {
            return Optional.empty();
        }
        Optional<BigDecimal> a = decimal(left);
        Optional<BigDecimal> b = decimal(right);
        return Optional.of(
                a.isPresent() && b.isPresent()
                        ? a.get().compareTo(b.get())
                        : left.asText().compareTo(right.asText()));
    }

    private static Optional<BigDecimal> decimal(JsonNode node) {
        String text = node.asText();
        return text.matches("-?\\d{1,18}(\\.\\d{1,9})?") ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    private static IntPredicate holds(String operator) {
        return switch (operator) {
            case ">=" -> order -> order >= 0;
            case "<=" -> order -> order <= 0;
            case "==" -> order -> order == 0;
            case "!=" -> order -> order != 0;
            case "<" -> order -> order < 0;
            case ">" -> order -> order > 0;
            default -> throw new PackException("unknown operator " + operator);
        };
    }
}
