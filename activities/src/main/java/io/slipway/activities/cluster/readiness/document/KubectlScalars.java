package io.slipway.activities.cluster.readiness.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a plain scalar means to kubectl, which reads YAML 1.1: {@code yes} and {@code on} are true, {@code 0644} is
 * octal. A quoted scalar never comes here: it stays a text.
 */
final class KubectlScalars {

    private static final Set<String> NULL = Set.of("", "~", "null", "Null", "NULL");
    private static final Set<String> TRUE =
            Set.of("y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON");
    private static final Set<String> FALSE =
            Set.of("n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF");
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9.][0-9a-zA-Z_.+-]*");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(0|[1-9][0-9]*)");
    private static final Pattern OCTAL = Pattern.compile("[-+]?0o?[0-7]+");
    private static final Pattern HEX = Pattern.compile("[-+]?0x[0-9a-fA-F]+");
    private static final Pattern BINARY = Pattern.compile("[-+]?0b[01]+");
    private static final Pattern FLOAT = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]{1,4})?");

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private KubectlScalars() {}

    /** The JSON value of a plain scalar. */
    static JsonNode of(String text) {
        if (NULL.contains(text)) {
            return NODES.nullNode();
        }
        if (TRUE.contains(text)) {
            return NODES.booleanNode(true);
        }
        if (FALSE.contains(text)) {
            return NODES.booleanNode(false);
        }
        return NUMBER.matcher(text).matches() ? number(text) : NODES.textNode(text);
    }

    private static JsonNode number(String text) {
        String plain = text.replace("_", "");
        if (DECIMAL.matcher(plain).matches()) {
            return integer(plain, 10, "");
        }
        if (HEX.matcher(plain).matches()) {
            return integer(plain, 16, "0x");
        }
        if (BINARY.matcher(plain).matches()) {
            return integer(plain, 2, "0b");
        }
        if (OCTAL.matcher(plain).matches()) {
            return integer(plain, 8, plain.contains("o") ? "0o" : "0");
        }
        return FLOAT.matcher(plain).matches() ? NODES.numberNode(new BigDecimal(plain)) : NODES.textNode(text);
    }

    private static JsonNode integer(String text, int radix, String prefix) {
        boolean negative = text.startsWith("-");
        String digits = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
        BigInteger value = new BigInteger(digits.substring(prefix.length()), radix);
        value = negative ? value.negate() : value;
        return value.bitLength() < 64 ? NODES.numberNode(value.longValue()) : NODES.numberNode(value);
    }
}
