package io.slipway.sandbox.shell;

import java.util.Map;
import java.util.regex.Pattern;

/** The whole numbers of {@code $((...))}: sums, products, parentheses and variables. */
final class Arithmetic {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}");

    private final String text;
    private final Map<String, String> variables;
    private int at;

    private Arithmetic(String text, Map<String, String> variables) {
        this.text = text.replaceAll("\\s", "");
        this.variables = variables;
    }

    static String value(String text, Map<String, String> variables) {
        Arithmetic all = new Arithmetic(text, variables);
        long value = all.sum();
        if (all.at < all.text.length()) {
            throw all.wrong();
        }
        return Long.toString(value);
    }

    private long sum() {
        long value = product();
        while (next("+-")) {
            char sign = text.charAt(at++);
            long other = product();
            value += sign == '+' ? other : -other;
        }
        return value;
    }

    private long product() {
        long value = operand();
        while (next("*/%")) {
            char sign = text.charAt(at++);
            long other = operand();
            if (sign != '*' && other == 0) {
                throw new ShellSyntaxException("arithmetic expression: division by zero: \"" + text + "\"");
            }
            value = sign == '*' ? value * other : sign == '/' ? value / other : value % other;
        }
        return value;
    }

    private long operand() {
        if (next("-")) {
            at++;
            return -operand();
        }
        if (next("(")) {
            at++;
            long value = sum();
            if (!next(")")) {
                throw wrong();
            }
            at++;
            return value;
        }
        int start = next("$") ? ++at : at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        return number(text.substring(start, at));
    }

    private long number(String word) {
        if (word.isEmpty()) {
            throw wrong();
        }
        String value = Character.isDigit(word.charAt(0)) ? word : variables.getOrDefault(word, "0");
        return NUMBER.matcher(value).matches() ? Long.parseLong(value) : 0;
    }

    private boolean next(String some) {
        return at < text.length() && some.indexOf(text.charAt(at)) >= 0;
    }

    private ShellSyntaxException wrong() {
        return new ShellSyntaxException("arithmetic expression: expecting primary: \"" + text + "\"");
    }
}
