package io.slipway.model.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigInteger;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The types of plain values.
 *
 * @see <a href="https://yaml.org/spec/1.2.2/#103-core-schema">YAML 1.2 core schema</a>
 */
final class PlainValues {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
    private static final Set<String> TRUE = Set.of("true", "True", "TRUE");
    private static final Set<String> FALSE = Set.of("false", "False", "FALSE");
    private static final Set<String> MORE_TRUE = Set.of("y", "Y", "yes", "Yes", "YES", "on", "On", "ON");
    private static final Set<String> MORE_FALSE = Set.of("n", "N", "no", "No", "NO", "off", "Off", "OFF");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(?:0|[1-9][0-9]{0,29})");
    private static final Pattern FLOAT =
            Pattern.compile("[-+]?(?:\\.[0-9]+|(?:0|[1-9][0-9]{0,29})(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]{1,3})?");
    private static final Pattern OLD_FLOAT =
            Pattern.compile("[-+]?(?:\\.[0-9]+|[0-9]{1,30}(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]{1,3})?");

    private PlainValues() {}

    static JsonNode of(String text, Dialect dialect) {
        if (NULLS.contains(text)) {
            return JSON.nullNode();
        }
        boolean old = dialect == Dialect.KUBECTL;
        if (TRUE.contains(text) || (old && MORE_TRUE.contains(text))) {
            return JSON.booleanNode(true);
        }
        if (FALSE.contains(text) || (old && MORE_FALSE.contains(text))) {
            return JSON.booleanNode(false);
        }
        if (!looksLikeNumber(text)) {
            return TextNode.valueOf(text);
        }
        return old ? oldNumber(text) : number(text, FLOAT);
    }

    private static boolean looksLikeNumber(String text) {
        char first = text.charAt(0);
        return (first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.';
    }

    private static JsonNode number(String text, Pattern floats) {
        if (DECIMAL.matcher(text).matches()) {
            // A telephone number would lose its plus where a text is wanted; nobody writes a count that way.
            return text.startsWith("+") ? TextNode.valueOf(text) : whole(new BigInteger(text));
        }
        if (floats.matcher(text).matches()) {
            double value = Double.parseDouble(text);
            return Double.isInfinite(value) ? TextNode.valueOf(text) : JSON.numberNode(value);
        }
        return TextNode.valueOf(text);
    }

    /** Go's reading: underscores are dropped, a leading zero is octal, 0x, 0o and 0b are bases. */
    private static JsonNode oldNumber(String text) {
        String digits = text.replace("_", "");
        boolean negative = digits.startsWith("-");
        String bare = negative || digits.startsWith("+") ? digits.substring(1) : digits;
        for (Base base : Base.values()) {
            if (base.form.matcher(bare).matches()) {
                BigInteger value = new BigInteger(bare.substring(base.prefix), base.radix);
                return whole(negative ? value.negate() : value);
            }
        }
        JsonNode number = number(text, OLD_FLOAT);
        // Go writes a whole float without its point, so that a server takes it for an integer.
        return number.isDouble() && number.canConvertToExactIntegral() ? whole(number.bigIntegerValue()) : number;
    }

    private static JsonNode whole(BigInteger value) {
        if (value.bitLength() < Integer.SIZE) {
            return JSON.numberNode(value.intValueExact());
        }
        return value.bitLength() < Long.SIZE ? JSON.numberNode(value.longValueExact()) : JSON.numberNode(value);
    }

    private enum Base {
        HEXADECIMAL("0[xX][0-9a-fA-F]{1,16}", 2, 16),
        BINARY("0[bB][01]{1,64}", 2, 2),
        OCTAL("0[oO][0-7]{1,22}", 2, 8),
        OLD_OCTAL("0[0-7]{1,22}", 1, 8),
        DECIMAL("(?:0|[1-9][0-9]{0,29})", 0, 10);

        private final Pattern form;
        private final int prefix;
        private final int radix;

        Base(String form, int prefix, int radix) {
            this.form = Pattern.compile(form);
            this.prefix = prefix;
            this.radix = radix;
        }
    }
}
