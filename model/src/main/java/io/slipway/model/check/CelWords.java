package io.slipway.model.check;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** CEL's messages in the words of its users. */
final class CelWords {
    private static final Pattern OVERLOAD =
            Pattern.compile("found no matching overload for '([^']*)' applied to '(.*?)'(?: \\(candidates.*)?");
    private static final Pattern FIELD = Pattern.compile("type '(.*)' does not support field selection");
    private static final Pattern ASSIGNMENT = Pattern.compile("[^=!<>]=(?![=~])");
    private static final Pattern WORDS = Pattern.compile("\\b(and|or|not)\\b");
    private static final Map<String, String> OPERATORS = Map.ofEntries(
            Map.entry("_+_", "+"),
            Map.entry("_-_", "-"),
            Map.entry("_*_", "*"),
            Map.entry("_/_", "/"),
            Map.entry("_%_", "%"),
            Map.entry("_==_", "=="),
            Map.entry("_!=_", "!="),
            Map.entry("_<_", "<"),
            Map.entry("_<=_", "<="),
            Map.entry("_>_", ">"),
            Map.entry("_>=_", ">="),
            Map.entry("_&&_", "&&"),
            Map.entry("_||_", "||"),
            Map.entry("!_", "!"),
            Map.entry("-_", "-"),
            Map.entry("_[_]", "[ ]"),
            Map.entry("@in", "in"),
            Map.entry("_?_:_", "? :"));

    private CelWords() {}

    /**
     * What the compiler says of an expression, for people.
     *
     * @param source the expression, in which the habits of other languages are looked for
     */
    static String plain(String message, String source) {
        Matcher overload = OVERLOAD.matcher(message);
        if (overload.matches()) {
            String name = OPERATORS.getOrDefault(overload.group(1), overload.group(1));
            return "'" + name + "' cannot be applied to " + overload.group(2)
                    + (name.equals("+") ? ": convert values to text with string(x)" : "");
        }
        Matcher field = FIELD.matcher(message);
        if (field.matches()) {
            return field.group(1).startsWith("list")
                    ? "a list has no fields: size(x) is its length, x[0] its first element"
                    : "a value of type " + field.group(1) + " has no fields";
        }
        if (message.startsWith("mismatched input")
                || message.startsWith("extraneous input")
                || message.startsWith("no viable alternative")
                || message.startsWith("token recognition")
                || message.startsWith("missing ")) {
            return "invalid CEL: " + shorten(message) + habit(source);
        }
        return shorten(message);
    }

    private static String habit(String source) {
        String code = source.replaceAll("\"[^\"]*\"|'[^']*'", "''");
        if (code.contains("{{")) {
            return ". Write expressions as ${{ … }}, or bare in a field that takes only an expression";
        }
        if (ASSIGNMENT.matcher(code).find()) {
            return ". Write == for equality";
        }
        return WORDS.matcher(code).find() ? ". Write &&, || and ! for and, or and not" : "";
    }

    private static String shorten(String message) {
        String text = message.replaceAll(" expecting \\{.*}", "").replaceAll("\\s+", " ");
        return text.length() <= 200 ? text : text.substring(0, 197) + "...";
    }
}
