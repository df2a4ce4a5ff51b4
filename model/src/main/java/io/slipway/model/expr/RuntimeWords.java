package io.slipway.model.expr;

import dev.cel.common.CelErrorCode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What CEL says when an expression has no value, for people: CEL itself says only the key that is missing, for one. */
final class RuntimeWords {
    private static final Pattern ABSENT = Pattern.compile("key '(.*)' is not present in map\\.?");
    private static final Pattern NO_MAP = Pattern.compile("Error resolving field '(.*)'\\. Field selections .*");
    private static final Pattern OVERLOAD = Pattern.compile("No matching overload for function '([^']*)'.*");
    private static final Pattern NO_NUMBER = Pattern.compile("For input string: \"(.*)\"");

    private RuntimeWords() {}

    static String of(CelErrorCode code, String message) {
        Matcher noMap = NO_MAP.matcher(message);
        if (noMap.matches()) {
            return "there is no '" + noMap.group(1) + "' here: the value before it is not a map";
        }
        return switch (code) {
            case ATTRIBUTE_NOT_FOUND -> {
                Matcher absent = ABSENT.matcher(message);
                yield "no key '" + (absent.matches() ? absent.group(1) : message) + "' here";
            }
            case OVERLOAD_NOT_FOUND -> {
                Matcher overload = OVERLOAD.matcher(message);
                yield overload.matches()
                        ? "'" + operator(overload.group(1))
                                + "' does not accept values of these types: convert them with string(x), int(x) or double(x)"
                        : message;
            }
            case DIVIDE_BY_ZERO -> "division by zero";
            default -> {
                Matcher number = NO_NUMBER.matcher(message);
                yield number.matches() ? "'" + number.group(1) + "' cannot be read as a number" : message;
            }
        };
    }

    /** {@code +} of {@code _+_}, {@code in} of {@code @in}. */
    private static String operator(String function) {
        return function.replaceAll("[_@]", "");
    }
}
