package io.slipway.activities.cluster.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Plain scalars as kubectl's YAML reader takes them: {@code 0644} is octal, {@code yes} and {@code on} are true; dates stay
 * texts.
 *
 * @see <a href="https://yaml.org/type/">YAML 1.1 types</a>
 */
final class YamlScalars {
    private static final Set<String> TRUE = Set.of("y", "yes", "true", "on");
    private static final Set<String> FALSE = Set.of("n", "no", "false", "off");
    private static final Set<String> NULL = Set.of("", "~", "null", "Null", "NULL");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(0|[1-9][0-9_]*)");
    private static final Pattern OCTAL = Pattern.compile("([-+]?)0o?([0-7_]+)");
    private static final Pattern HEX = Pattern.compile("([-+]?)0x([0-9a-fA-F_]+)");
    private static final Pattern BINARY = Pattern.compile("([-+]?)0b([01_]+)");
    private static final Pattern FLOAT = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");

    private YamlScalars() {}

    /** The value of a plain scalar. */
    static JsonNode plain(String text) {
        if (NULL.contains(text)) {
            return NullNode.getInstance();
        }
        if (isWord(text)) {
            String word = text.toLowerCase(Locale.ROOT);
            if (TRUE.contains(word)) {
                return BooleanNode.TRUE;
            }
            if (FALSE.contains(word)) {
                return BooleanNode.FALSE;
            }
        }
        return number(text);
    }

    /** Only {@code yes}, {@code Yes} and {@code YES} are words, {@code yEs} is a text. */
    private static boolean isWord(String text) {
        String tail = text.substring(1);
        return tail.equals(tail.toLowerCase(Locale.ROOT)) || text.equals(text.toUpperCase(Locale.ROOT));
    }

    private static JsonNode number(String text) {
        if (DECIMAL.matcher(text).matches()) {
            return whole(text.replace("_", ""), 10);
        }
        if (BINARY.matcher(text).matches()) {
            return whole(BINARY.matcher(text).replaceFirst("$1$2").replace("_", ""), 2);
        }
        if (HEX.matcher(text).matches()) {
            return whole(HEX.matcher(text).replaceFirst("$1$2").replace("_", ""), 16);
        }
        if (OCTAL.matcher(text).matches()) {
            return whole(OCTAL.matcher(text).replaceFirst("$1$2").replace("_", ""), 8);
        }
        if (FLOAT.matcher(text).matches()) {
            return DecimalNode.valueOf(new BigDecimal(text.endsWith(".") ? text + "0" : text));
        }
        return TextNode.valueOf(text);
    }

    private static JsonNode whole(String digits, int radix) {
        BigInteger value = new BigInteger(digits.startsWith("+") ? digits.substring(1) : digits, radix);
        return value.bitLength() < Long.SIZE ? LongNode.valueOf(value.longValue()) : BigIntegerNode.valueOf(value);
    }
}
