package io.slipway.model.expr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A text with <code>${{ }}</code> parts. <code>$${{</code> stands for <code>${{</code> itself.
 *
 * @param text the text as written
 * @param parts its parts in order
 * @param error what is wrong with its form, such as a missing <code>}}</code>
 */
public record Template(String text, List<Part> parts, Optional<ExpressionError> error) {
    private static final String OPEN = "${{";

    /** A piece of the text. */
    public sealed interface Part {}

    /** Text that stays. */
    public record Fixed(String text) implements Part {}

    /**
     * An expression.
     *
     * @param source CEL without blanks around it
     * @param offset where it begins in the text
     */
    public record Code(String source, int offset) implements Part {}

    public Template {
        parts = List.copyOf(parts);
    }

    /** Whether a text has any <code>${{</code>, escaped or not. */
    public static boolean isIn(String text) {
        return text.contains(OPEN);
    }

    /** Reads a text. */
    public static Template of(String text) {
        List<Part> parts = new ArrayList<>();
        StringBuilder fixed = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            if (text.startsWith("$" + OPEN, at)) {
                fixed.append(OPEN);
                at += OPEN.length() + 1;
            } else if (text.startsWith(OPEN, at)) {
                int end = TemplateEnd.find(text, at + OPEN.length());
                if (end < 0) {
                    return new Template(
                            text,
                            parts,
                            Optional.of(ExpressionError.at(text, at, "'${{' is never closed: '}}' is missing")));
                }
                addFixed(parts, fixed);
                parts.add(code(text, at + OPEN.length(), end));
                at = end + 2;
            } else {
                fixed.append(text.charAt(at++));
            }
        }
        addFixed(parts, fixed);
        return new Template(text, parts, Optional.empty());
    }

    /** The expressions in order. */
    public List<Code> codes() {
        return parts.stream()
                .filter(Code.class::isInstance)
                .map(Code.class::cast)
                .toList();
    }

    /** The expression, when the text is nothing else, so that its value keeps its type. */
    public Optional<Code> whole() {
        return parts.size() == 1 && parts.get(0) instanceof Code code ? Optional.of(code) : Optional.empty();
    }

    private static Code code(String text, int from, int to) {
        String inside = text.substring(from, to);
        String stripped = inside.strip();
        return new Code(stripped, stripped.isEmpty() ? from : from + inside.indexOf(stripped));
    }

    private static void addFixed(List<Part> parts, StringBuilder fixed) {
        if (!fixed.isEmpty()) {
            parts.add(new Fixed(fixed.toString()));
            fixed.setLength(0);
        }
    }
}
