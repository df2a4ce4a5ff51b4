package io.slipway.model.expr;

import static dev.cel.common.CelOverloadDecl.newMemberOverload;
import static dev.cel.common.types.SimpleType.DYN;
import static dev.cel.common.types.SimpleType.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cel.common.types.ListType;
import dev.cel.runtime.CelFunctionBinding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code format}, which the CEL library for Java leaves out: {@code "%s has %d pods, %.1f %%".format([a, b, c])}. */
final class TextLibrary {
    private static final Pattern CLAUSE = Pattern.compile("%(?:\\.([0-9]{1,2}))?([a-zA-Z%])");

    private TextLibrary() {}

    static List<CelFunction> functions() {
        return List.of(CelFunction.of(
                "format",
                newMemberOverload("string_format_list", STRING, STRING, ListType.create(DYN)),
                CelFunctionBinding.from("string_format_list", String.class, List.class, TextLibrary::format)));
    }

    private static String format(String pattern, List<?> arguments) {
        StringBuilder text = new StringBuilder();
        Matcher clause = CLAUSE.matcher(pattern);
        int next = 0;
        while (clause.find()) {
            String shown = "%";
            if (!clause.group(2).equals("%")) {
                if (next >= arguments.size()) {
                    throw new IllegalArgumentException("format has more clauses than the list has values");
                }
                shown = one(clause.group(2), clause.group(1), arguments.get(next++));
            }
            clause.appendReplacement(text, Matcher.quoteReplacement(shown));
        }
        return clause.appendTail(text).toString();
    }

    private static String one(String letter, String precision, Object value) {
        JsonNode node = CelValues.toJson(value);
        return switch (letter) {
            case "s" -> CelValues.text(node);
            case "d" -> String.valueOf(whole(node));
            case "f" ->
                number(node)
                        .setScale(precision == null ? 6 : Integer.parseInt(precision), RoundingMode.HALF_EVEN)
                        .toPlainString();
            case "x" -> Long.toHexString(whole(node));
            default -> throw new IllegalArgumentException("format supports %s, %d, %f, %x and %%, not %" + letter);
        };
    }

    private static long whole(JsonNode node) {
        if (!node.isIntegralNumber()) {
            throw new IllegalArgumentException("%d and %x need a whole number, not " + CelValues.text(node));
        }
        return node.longValue();
    }

    private static BigDecimal number(JsonNode node) {
        if (!node.isNumber() || Double.isNaN(node.doubleValue()) || Double.isInfinite(node.doubleValue())) {
            throw new IllegalArgumentException("%f needs a number, not " + CelValues.text(node));
        }
        return node.decimalValue();
    }
}
